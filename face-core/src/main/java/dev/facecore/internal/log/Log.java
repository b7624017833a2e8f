package dev.facecore.internal.log;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Says what costs the user something, and at DEBUG what native code and models were opened. Where
 * an application has no logging, SLF4J prints a warning of its own, so it is asked for DEBUG only
 * where there is some, and for warnings only when there is one.
 */
public final class Log {
  private Log() {}

  // Found out once, when the first network is opened.
  private static final class Backend {
    static final boolean IS_THERE = isThere();

    private static boolean isThere() {
      try {
        ClassLoader loader = LoggerFactory.class.getClassLoader();
        return ServiceLoader.load(SLF4JServiceProvider.class, loader).stream()
            .findAny()
            .isPresent();
      } catch (NoClassDefFoundError | ServiceConfigurationError e) {
        return false; // on the module path, see below
      }
    }
  }

  /** Writes a line for whoever looks into how something was opened. */
  public static void debug(Class<?> from, String format, Object... values) {
    if (Backend.IS_THERE) LoggerFactory.getLogger(from).debug(format, values);
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
