package dev.facecore.internal.image;

import dev.facecore.ImageException;

/** Reads the orientation from an EXIF block; whatever is wrong with the block means upright. */
final class ExifOrientation {
  private static final String PREFIX = "Exif\0\0";

  private ExifOrientation() {}

  /** Whether an EXIF block with its prefix stands at the start of these bytes. */
  static boolean isPrefixed(Bytes block) {
    return block.has(0, PREFIX);
  }

  /**
   * The orientation, 1 to 8.
   *
   * @param block a TIFF header with its first directory, with or without the prefix
   */
  static int of(Bytes block) {
    try {
      int skipped = isPrefixed(block) ? PREFIX.length() : 0;
      Bytes tiff = block.slice(skipped, block.size() - skipped);
      return TiffDirectory.readFirst(tiff).orientation();
    } catch (ImageException broken) {
      return Orientation.UPRIGHT;
    }
  }
}
