package dev.facecore.http.response;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The form of time in every answer. */
public final class Timestamps {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private Timestamps() {}

  public static String now() {
    return FORM.format(Instant.now());
  }
}
