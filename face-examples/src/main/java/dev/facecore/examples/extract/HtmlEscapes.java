package dev.facecore.examples.extract;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;

/** Escapes of JSON within a script element, which any file name may try to end. */
final class HtmlEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1;

  private final int[] escapes = standardAsciiEscapesForJSON();

  HtmlEscapes() {
    for (char special : "<>&".toCharArray()) escapes[special] = ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return escapes.clone();
  }

  @Override
  public SerializableString getEscapeSequence(int character) {
    return null;
  }
}
