package dev.facecore.internal.image;

/**
 * Reads the first directory of a TIFF file, refuses kinds that would decode wrongly or in part, and
 * shows the native decoder a directory of our own that holds nothing but what makes the pixels.
 */
final class TiffHeader {
  private static final int WHITE_IS_ZERO = 0;
  private static final int BLACK_IS_ZERO = 1;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int SEPARATED = 5;
  private static final int YCBCR = 6;
  private static final int CIE_LAB = 8;
  private static final int UNSIGNED = 1;
  private static final int INKS = 4;
  private static final int UNSPECIFIED = 0;

  private final TiffDirectory directory;
  private final Bytes bytes;
  private final long width;
  private final long height;
  private final long bits;
  private final long samples;
  private final long photometric;

  private TiffHeader(TiffDirectory directory) {
    this.directory = directory;
    bytes = directory.bytes();
    width = directory.value(TiffTag.WIDTH, 0);
    height = directory.value(TiffTag.HEIGHT, 0);
    bits = directory.value(TiffTag.BITS_PER_SAMPLE, 1);
    samples = directory.value(TiffTag.SAMPLES_PER_PIXEL, 1);
    photometric = directory.value(TiffTag.PHOTOMETRIC, -1);
  }

  static ImageHeader read(byte[] encoded, PixelLimit limit) {
    Bytes file = Bytes.bigEndian(ImageFormat.TIFF, encoded);
    TiffHeader header = new TiffHeader(TiffDirectory.readFirst(file));
    limit.check(ImageFormat.TIFF, header.width, header.height);
    header.checkSamples();
    header.directory.requireValues();
    TiffSegments.of(header.directory, header.width, header.height).check(limit);
    return new ImageHeader(
        ImageFormat.TIFF,
        (int) header.width,
        (int) header.height,
        header.directory.orientation(),
        header.source());
  }

  private void checkSamples() {
    if (samples < 1 || samples > 4) throw unsupported(samples + " samples per pixel");
    boolean depth = bits == 1 || bits == 8 || bits == 16 || bits == 4 && samples == 1;
    if (!depth) throw unsupported(bits + "-bit samples");
    for (int i = 1; i < Math.min(samples, directory.count(TiffTag.BITS_PER_SAMPLE)); i++) {
      if (directory.value(TiffTag.BITS_PER_SAMPLE, bits, i) != bits) {
        throw unsupported("samples of different depth");
      }
    }
    if (directory.value(TiffTag.SAMPLE_FORMAT, UNSIGNED) != UNSIGNED) {
      throw unsupported("signed or floating-point samples");
    }
    boolean colour =
        photometric >= WHITE_IS_ZERO && photometric <= PALETTE
            || photometric == SEPARATED
            || photometric == YCBCR
            || photometric == CIE_LAB;
    if (!colour) throw unsupported("colour space " + photometric);
  }

  private PixelSource source() {
    TiffRewriter shown = new TiffRewriter(directory);
    // One strip may claim more rows than there are, and the decoder takes memory for all of them.
    if (directory.value(TiffTag.ROWS_PER_STRIP, height) > height) {
      shown.set(TiffTag.ROWS_PER_STRIP, height);
    }
    // Transparency is dropped; a decoder that knew of it would darken the colours by it.
    if (directory.count(TiffTag.EXTRA_SAMPLES) == 1) {
      shown.set(TiffTag.EXTRA_SAMPLES, UNSPECIFIED);
    }
    if (photometric == SEPARATED && bits == 16) return inks(shown);
    if (bits == 4 && photometric <= BLACK_IS_ZERO) showGreyAsPalette(shown);
    return PixelSource.plain(shown.stream());
  }

  /**
   * The decoder has no 16-bit inks; it reads the same samples when they are called red to alpha.
   */
  private PixelSource inks(TiffRewriter shown) {
    if (samples != INKS || directory.value(TiffTag.PLANAR_CONFIGURATION, 1) != 1) {
      throw unsupported("16-bit inks in planes");
    }
    shown.set(TiffTag.PHOTOMETRIC, RGB);
    return new InkPixels(shown.stream());
  }

  /** The decoder takes 4 bits only as a palette. */
  private void showGreyAsPalette(TiffRewriter shown) {
    int[] palette = new int[3 * 16];
    for (int i = 0; i < palette.length; i++) {
      int grey = i % 16 * 0x1111;
      palette[i] = photometric == WHITE_IS_ZERO ? 0xFFFF - grey : grey;
    }
    shown.set(TiffTag.PHOTOMETRIC, PALETTE);
    shown.setColorMap(palette);
  }

  private RuntimeException unsupported(String kind) {
    return bytes.format().unsupported(kind);
  }
}
