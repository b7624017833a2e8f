package dev.facecore.internal.log;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Says what costs the user something, and at DEBUG what was opened. SLF4J prints a warning of its
 * own where an application has no logging: it is asked for warnings only when there is one, and for
 * DEBUG only where the application has a provider.
 *
 * <p>SLF4J prints another warning where several threads write the first lines of a process at once;
 * so what opens in parallel says nothing, and the thread that asked for it does.
 */
public final class Log {
  private Log() {}

  /** Writes a line for developers. */
  public static void debug(Class<?> from, String format, Object... values) {
    if (hasProvider()) LoggerFactory.getLogger(from).debug(format, values);
  }

  private static boolean hasProvider() {
    try {
      return System.getProperty("slf4j.provider") != null
          || ServiceLoader.load(SLF4JServiceProvider.class, LoggerFactory.class.getClassLoader())
              .iterator()
              .hasNext();
    } catch (NoClassDefFoundError | ServiceConfigurationError e) {
      return false;
    }
  }

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
