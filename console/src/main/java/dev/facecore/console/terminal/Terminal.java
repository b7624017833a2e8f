package dev.facecore.console.terminal;

/** Whether somebody is looking. */
public final class Terminal {
  private Terminal() {}

  /** Whether this program was started at a terminal, not in a pipe. */
  public static boolean isThere() {
    return System.console() != null && isTerminal();
  }

  // From JDK 22 on, a console is there without a terminal as well; it can tell then.
  private static boolean isTerminal() {
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(System.console());
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
