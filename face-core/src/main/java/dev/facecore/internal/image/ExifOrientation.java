package dev.facecore.internal.image;

import dev.facecore.ImageException;

/**
 * Reads the orientation from an EXIF block; what is there of a damaged one counts, and upright
 * where that is not it.
 */
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
      Bytes tiff = block;
      // Some writers put it there twice.
      while (isPrefixed(tiff)) tiff = tiff.slice(PREFIX.length(), tiff.size() - PREFIX.length());
      return TiffDirectory.readWhatIsThere(tiff).orientation();
    } catch (ImageException broken) {
      return Orientation.UPRIGHT;
    }
  }
}
