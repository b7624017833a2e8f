package dev.facecore.examples.console;

import java.io.PrintWriter;

/** Says how to go on when the program is stopped from outside, as by Ctrl-C. */
public final class StopNotice implements AutoCloseable {
  private final Thread hook;

  private StopNotice(Thread hook) {
    this.hook = hook;
  }

  /**
   * Until it is closed, a signal that ends the program prints a text first. The exit status stays
   * that of the signal: 130 for Ctrl-C.
   */
  public static StopNotice of(PrintWriter errors, String text) {
    // Below a progress bar, which leaves its line unfinished.
    String start = Terminal.isThere() ? System.lineSeparator() : "";
    Thread hook =
        new Thread(() -> errors.println(start + "faces: Stopped. " + text), "face-stop-notice");
    Runtime.getRuntime().addShutdownHook(hook);
    return new StopNotice(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is being stopped, and the text is printed.
    }
  }
}
