package dev.facecore.console.stop;

import dev.facecore.console.terminal.Terminal;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine;

/** Says how to go on when the program is stopped from outside, as by Ctrl-C. */
public final class StopNotice implements AutoCloseable {
  private static final AtomicReference<StopNotice> CURRENT = new AtomicReference<>();

  private final PrintWriter errors;
  private final String line;

  private StopNotice(PrintWriter errors, String line) {
    this.errors = errors;
    this.line = line;
  }

  /** Until it is closed, {@link OrderlyStop} prints a text. */
  public static StopNotice of(CommandLine command, String text) {
    String program = command.getCommandSpec().root().name();
    StopNotice notice = new StopNotice(command.getErr(), program + ": Stopped. " + text);
    CURRENT.set(notice);
    return notice;
  }

  static void print() {
    StopNotice notice = CURRENT.get();
    if (notice == null) return;
    // Below a progress bar, which leaves its line unfinished.
    if (Terminal.isThere()) notice.errors.println();
    notice.errors.println(notice.line);
  }

  @Override
  public void close() {
    // Kept while the program is being stopped, for the thread that prints it.
    if (!OrderlyStop.isUnderWay()) CURRENT.compareAndSet(this, null);
  }
}
