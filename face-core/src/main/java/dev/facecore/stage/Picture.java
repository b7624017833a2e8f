package dev.facecore.stage;

import dev.facecore.Box;
import dev.facecore.ImageException;
import dev.facecore.internal.check.Require;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.internal.image.ImageDecoder;
import dev.facecore.internal.image.Shrinker;

/**
 * A decoded picture as displayed: 8-bit blue, green, red, with its EXIF orientation applied.
 *
 * <p>It owns native memory of 3 bytes per pixel until it is closed. Reading it from several threads
 * is safe; closing it while another thread reads is not. Closing twice is.
 */
public interface Picture extends AutoCloseable {
  /**
   * Decodes JPEG, PNG, BMP, TIFF or WebP, told apart by content; of an animation or a file of
   * several pages the first.
   *
   * @param maxPixels refuses a picture of more pixels by its header, before memory is taken for it
   * @throws ImageException if the data are none of these, end early, or hold too many pixels
   */
  static Picture decode(byte[] encoded, long maxPixels) {
    return ImageDecoder.decode(encoded, maxPixels);
  }

  /** Whether data that begin so are of one of the formats that are decoded; 16 bytes suffice. */
  static boolean isSupported(byte[] start) {
    return ImageDecoder.isSupported(start);
  }

  /** Width in pixels. */
  int width();

  /** Height in pixels. */
  int height();

  /** A copy of the pixels, row by row from the top, three bytes each: blue, green, red. */
  byte[] bgr();

  /**
   * A part of the picture as a small JPEG file, made smaller where needed, never larger.
   *
   * @param part widened to whole pixels and clipped to the picture, of which it must hold some
   * @param longerSide the most pixels of the file's longer side, 1 to 4096
   * @throws IllegalArgumentException if the part lies outside the picture
   */
  default byte[] thumbnail(Box part, int longerSide) {
    Require.between("longerSide", longerSide, 1, 4096);
    Box inside = part.clippedTo(width(), height());
    if (inside.area() == 0) {
      throw new IllegalArgumentException("part must lie in the picture, got " + part);
    }
    try (DecodedImage.Borrowed borrowed = DecodedImage.borrow(this)) {
      return Shrinker.jpeg(borrowed.image(), inside, longerSide);
    }
  }

  @Override
  void close();
}
