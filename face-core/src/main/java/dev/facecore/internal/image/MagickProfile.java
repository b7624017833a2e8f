package dev.facecore.internal.image;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * EXIF as ImageMagick wrote it into PNG before the eXIf chunk existed: a text chunk of that keyword
 * whose text is {@code \nexif\n<length>\n} and hexadecimal digits.
 */
final class MagickProfile {
  private static final String EXIF = "Raw profile type exif\0";
  private static final String APP1 = "Raw profile type APP1\0";

  /** Bytes of text that are looked at; the orientation stands at the start of the block. */
  private static final int MOST_TEXT = 64 * 1024;

  private MagickProfile() {}

  static boolean isExif(Bytes content) {
    return content.has(0, EXIF) || content.has(0, APP1);
  }

  static int orientation(Bytes content, boolean compressed) {
    int from = EXIF.length() + (compressed ? 1 : 0);
    EncodedStream.Piece text = content.piece(from, content.size() - from);
    byte[] shown = new byte[MOST_TEXT];
    int length = compressed ? inflate(text, shown) : copy(text, shown);
    return ExifOrientation.of(Bytes.bigEndian(content.format(), hex(shown, length)));
  }

  private static int copy(EncodedStream.Piece text, byte[] shown) {
    int length = Math.min(text.length(), shown.length);
    System.arraycopy(text.data(), text.from(), shown, 0, length);
    return length;
  }

  private static int inflate(EncodedStream.Piece text, byte[] shown) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(text.data(), text.from(), text.length());
      return inflater.inflate(shown);
    } catch (DataFormatException broken) {
      return 0;
    } finally {
      inflater.end();
    }
  }

  /** The digits behind the third line feed, in pairs. */
  private static byte[] hex(byte[] text, int length) {
    int lines = 0;
    int at = 0;
    while (at < length && lines < 3) if (text[at++] == '\n') lines++;
    byte[] block = new byte[(length - at) / 2];
    int digits = 0;
    for (; at < length; at++) {
      int digit = Character.digit(text[at], 16);
      if (digit < 0 || digits / 2 == block.length) continue;
      block[digits / 2] |= (byte) (digits % 2 == 0 ? digit << 4 : digit);
      digits++;
    }
    return block;
  }
}
