package dev.facecore.stage;

import dev.facecore.Box;
import dev.facecore.ImageException;
import dev.facecore.internal.check.Require;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.internal.image.ImageDecoder;
import dev.facecore.internal.image.PixelBuffer;
import dev.facecore.internal.image.Shrinker;
import java.awt.image.BufferedImage;

/**
 * A decoded image as displayed: 8-bit blue, green, red, with its EXIF orientation applied.
 *
 * <p>It owns native memory of 3 bytes per pixel until it is closed. Reading it from several threads
 * is safe; closing it while another thread reads is not. Closing twice is.
 */
public interface Picture extends AutoCloseable {
  /**
   * Decodes JPEG, PNG, BMP, TIFF or WebP, recognised by content; of an animation or a file of
   * several pages the first.
   *
   * @param maxPixels refuses an image of more pixels by its header, before memory is taken for it
   * @throws ImageException if the data are none of these, end early, or hold too many pixels
   */
  static Picture decode(byte[] encoded, long maxPixels) {
    return ImageDecoder.decode(encoded, maxPixels);
  }

  /**
   * Returns whether data that begin so are of one of the formats that are decoded; 16 bytes
   * suffice.
   */
  static boolean isSupported(byte[] start) {
    return ImageDecoder.isSupported(start);
  }

  /** Returns the width in pixels. */
  int width();

  /** Returns the height in pixels. */
  int height();

  /** Returns a copy of the pixels, row by row from the top, three bytes each: blue, green, red. */
  byte[] bgr();

  /**
   * Returns a part of the image as a small JPEG file, shrunk where needed, never enlarged.
   *
   * @param part widened to whole pixels and clipped to the image, of which it must hold some
   * @param longerSide the most pixels of the file's longer side, 1 to 4096
   * @throws IllegalArgumentException if the part is outside the image
   */
  default byte[] thumbnail(Box part, int longerSide) {
    Require.between("longerSide", longerSide, 1, 4096);
    Box inside = inside(part, part);
    try (DecodedImage.Borrowed borrowed = DecodedImage.borrow(this)) {
      return Shrinker.jpeg(borrowed.image(), inside, longerSide);
    }
  }

  /**
   * Returns a part of the image, such as a head with its surroundings, shrunk where needed, never
   * enlarged.
   *
   * @param part must hold some of the image
   * @param margin by how much the part is widened on every side, as a share of its longer side, 0
   *     to 10; what is then outside the image is left out
   * @param longerSide the most pixels of the longer side, 1 to 32766
   * @return owned by the caller, who closes it
   * @throws IllegalArgumentException if the part is outside the image
   */
  default Picture crop(Box part, double margin, int longerSide) {
    Require.between("longerSide", longerSide, 1, 32_766);
    if (!(margin >= 0 && margin <= 10)) {
      throw new IllegalArgumentException("margin must be between 0 and 10, got " + margin);
    }
    double more = margin * Math.max(part.width(), part.height());
    Box wider =
        new Box(
            part.x() - more, part.y() - more, part.width() + 2 * more, part.height() + 2 * more);
    try (DecodedImage.Borrowed borrowed = DecodedImage.borrow(this)) {
      return Shrinker.part(borrowed.image(), inside(part, wider), longerSide);
    }
  }

  private Box inside(Box part, Box wider) {
    if (part.clippedTo(width(), height()).area() == 0) {
      throw new IllegalArgumentException("part must be inside the image, got " + part);
    }
    return wider.clippedTo(width(), height());
  }

  /** Returns a copy of the pixels, of type {@link BufferedImage#TYPE_3BYTE_BGR}. */
  default BufferedImage toBufferedImage() {
    return PixelBuffer.image(width(), height(), bgr());
  }

  @Override
  void close();
}
