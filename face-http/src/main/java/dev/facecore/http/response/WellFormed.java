package dev.facecore.http.response;

import java.nio.charset.StandardCharsets;

/** Makes text fit for an answer: a half surrogate, which UTF-8 cannot hold, becomes {@code ?}. */
public final class WellFormed {
  private WellFormed() {}

  public static String text(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
