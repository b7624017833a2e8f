package dev.facecore.internal.image;

import dev.facecore.ImageException;

/**
 * Decodes JPEG, PNG, BMP, TIFF and WebP into pixels as displayed.
 *
 * <p>Stateless and thread-safe. Our own parsers read the header first and decide what the native
 * decoder is given; it never sees data whose size, completeness or kind has not been checked.
 */
public final class ImageDecoder {
  private ImageDecoder() {}

  /**
   * The picture, 8-bit BGR with its EXIF orientation applied; of an animation or a file of several
   * pages the first. Transparency is dropped, 16-bit samples keep their high byte.
   *
   * @param encoded only read; not copied, and not to be changed before the picture is closed
   * @param maxPixels at least 1; a picture of more is refused before memory is taken for it
   * @return with all pixels; owned by the caller, who closes it
   * @throws ImageException if the data are not one of the five formats, are damaged, end early (a
   *     JPEG may lack its end mark), or hold too many pixels
   */
  public static DecodedImage decode(byte[] encoded, long maxPixels) {
    return decode(encoded, maxPixels, Integer.MAX_VALUE);
  }

  /**
   * The same picture with only as many pixels decoded as its longer side needs. More are decoded
   * when {@link DecodedImage#at} or {@link DecodedImage#pixels} asks for them.
   *
   * @param longerSide in pixels
   */
  public static DecodedImage decode(byte[] encoded, long maxPixels, int longerSide) {
    ImageHeader header = readHeader(encoded, maxPixels);
    DecodedImage image = new DecodedImage(header);
    image.at((double) longerSide / Math.max(image.width(), image.height()));
    return image;
  }

  static ImageHeader readHeader(byte[] encoded, long maxPixels) {
    PixelLimit limit = new PixelLimit(maxPixels);
    return switch (FormatSniffer.sniff(encoded)) {
      case JPEG -> JpegHeader.read(encoded, limit);
      case PNG -> PngHeader.read(encoded, limit);
      case BMP -> BmpHeader.read(encoded, limit);
      case TIFF -> TiffHeader.read(encoded, limit);
      case WEBP -> WebpHeader.read(encoded, limit);
    };
  }

  /** Whether data that begin so are of one of the five formats; 16 bytes suffice. */
  public static boolean isSupported(byte[] start) {
    return FormatSniffer.known(start).isPresent();
  }
}
