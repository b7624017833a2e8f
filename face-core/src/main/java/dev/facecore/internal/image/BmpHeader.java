package dev.facecore.internal.image;

/** Reads the header of a Windows or OS/2 bitmap. */
final class BmpHeader {
  private static final int OS2_HEADER = 12;
  private static final int UNCOMPRESSED = 0;
  private static final int RLE8 = 1;
  private static final int RLE4 = 2;
  private static final int BIT_FIELDS = 3;

  private BmpHeader() {}

  static ImageHeader read(byte[] encoded, PixelLimit limit) {
    Bytes bytes = Bytes.littleEndian(ImageFormat.BMP, encoded);
    boolean os2 = bytes.u32(14) == OS2_HEADER;
    long width = os2 ? bytes.u16(18) : bytes.s32(18);
    // A negative height means that the first row stored is the top one.
    long height = os2 ? bytes.u16(20) : Math.abs((long) bytes.s32(22));
    limit.check(ImageFormat.BMP, width, height);
    int bits = bytes.u16(os2 ? 24 : 28);
    long compression = os2 ? UNCOMPRESSED : bytes.u32(30);
    if (compression == UNCOMPRESSED || compression == BIT_FIELDS) {
      long rowBytes = (width * bits + 31) / 32 * 4;
      bytes.require(bytes.u32(10), rowBytes * height);
    } else if (compression != RLE8 && compression != RLE4) {
      throw ImageFormat.BMP.unsupported("compression " + compression);
    }
    return new ImageHeader(
        ImageFormat.BMP,
        (int) width,
        (int) height,
        Orientation.UPRIGHT,
        PixelSource.plain(EncodedStream.of(bytes.piece(0, bytes.size()))));
  }
}
