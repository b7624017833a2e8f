package dev.facecore.http.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much the service says. */
public final class Logs {
  private Logs() {}

  /** Sets the level for our own lines: debug, info, warning or error. */
  public static void setLevel(String level) {
    ((Logger) LoggerFactory.getLogger("dev.facecore"))
        .setLevel(level.equals("warning") ? Level.WARN : Level.valueOf(level));
  }
}
