package dev.facecore.internal.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The letters in a Location field, which servers write in more ways than ASCII. */
final class Location {
  private Location() {}

  /**
   * UTF-8 where it is that; else its foreign bytes percent-encoded, so that the server gets them
   * back as it sent them.
   *
   * @param latin1 the field, each byte read as one character
   */
  static String text(String latin1) {
    byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      StringBuilder ascii = new StringBuilder(latin1.length());
      for (byte b : bytes) {
        if (b < 0) ascii.append(String.format("%%%02X", b));
        else ascii.append((char) b);
      }
      return ascii.toString();
    }
  }
}
