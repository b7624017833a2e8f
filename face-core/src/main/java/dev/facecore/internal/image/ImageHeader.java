package dev.facecore.internal.image;

/**
 * What our own parsers learn before a pixel is decoded.
 *
 * @param width in pixels as stored, before the orientation is applied
 * @param height in pixels as stored
 * @param orientation the EXIF orientation, 1 to 8
 * @param source how the pixels are had
 */
record ImageHeader(ImageFormat format, int width, int height, int orientation, PixelSource source) {
  /** In pixels, after the orientation is applied. */
  int displayedWidth() {
    return Orientation.swapsSides(orientation) ? height : width;
  }

  /** In pixels, after the orientation is applied. */
  int displayedHeight() {
    return Orientation.swapsSides(orientation) ? width : height;
  }
}
