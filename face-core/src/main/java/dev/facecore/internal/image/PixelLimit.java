package dev.facecore.internal.image;

import dev.facecore.ImageException;
import dev.facecore.internal.check.Require;

/** How many pixels a picture may have, asked as soon as its header says how many it has. */
record PixelLimit(long maxPixels) {
  PixelLimit {
    Require.atLeast("maxPixels", maxPixels, 1);
  }

  /** Refuses more pixels than the limit; a side of no length is damage. */
  void check(ImageFormat format, long width, long height) {
    if (width <= 0 || height <= 0) throw format.damaged();
    check(width, height);
  }

  /** Refuses more pixels than the limit. */
  void check(long width, long height) {
    // Division, because the product of two 32-bit sides may not fit into a long.
    if (width > maxPixels / height || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw new ImageException(
          "The image has "
              + width
              + " x "
              + height
              + " pixels, more than the "
              + maxPixels
              + " allowed; send a smaller one.");
    }
  }
}
