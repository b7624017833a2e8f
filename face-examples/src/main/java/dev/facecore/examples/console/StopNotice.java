package dev.facecore.examples.console;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicReference;

/** Says how to go on when the program is stopped from outside, as by Ctrl-C. */
public final class StopNotice implements AutoCloseable {
  private static final AtomicReference<StopNotice> CURRENT = new AtomicReference<>();

  private final PrintWriter errors;
  private final String text;

  private StopNotice(PrintWriter errors, String text) {
    this.errors = errors;
    this.text = text;
  }

  /** Until it is closed, {@link OrderlyStop} prints a text. */
  public static StopNotice of(PrintWriter errors, String text) {
    StopNotice notice = new StopNotice(errors, text);
    CURRENT.set(notice);
    return notice;
  }

  static void print() {
    StopNotice notice = CURRENT.get();
    if (notice == null) return;
    // Below a progress bar, which leaves its line unfinished.
    if (Terminal.isThere()) notice.errors.println();
    notice.errors.println("faces: Stopped. " + notice.text);
  }

  @Override
  public void close() {
    // Kept while the program is being stopped, for the thread that prints it.
    if (!OrderlyStop.isUnderWay()) CURRENT.compareAndSet(this, null);
  }
}
