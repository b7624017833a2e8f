package dev.facecore.internal.log;

import org.slf4j.LoggerFactory;

/**
 * Says what costs the user something. SLF4J is asked for only when there is something to say: it
 * prints a warning of its own where an application has no logging.
 */
public final class Log {
  private Log() {}

  /**
   * Writes a warning.
   *
   * @param cause null if there is none
   */
  public static void warn(Class<?> from, String message, Throwable cause) {
    try {
      LoggerFactory.getLogger(from).warn(message, cause);
    } catch (NoClassDefFoundError e) {
      // On the module path an application has SLF4J only if it requires org.slf4j itself.
    }
  }
}
