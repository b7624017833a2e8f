package dev.facecore.internal.image;

/** Reads the header of a Windows or OS/2 bitmap. */
final class BmpHeader {
  private static final int FILE_HEADER = 14;
  private static final int OS2_HEADER = 12;
  private static final int UNCOMPRESSED = 0;
  private static final int RLE8 = 1;
  private static final int RLE4 = 2;
  private static final int BIT_FIELDS = 3;
  private static final int ALPHA_BIT_FIELDS = 6;

  private BmpHeader() {}

  static ImageHeader read(byte[] encoded, PixelLimit limit) {
    Bytes bytes = Bytes.littleEndian(ImageFormat.BMP, encoded);
    boolean os2 = bytes.u32(14) == OS2_HEADER;
    long width = os2 ? bytes.u16(18) : bytes.s32(18);
    // A negative height means that the first row stored is the top one.
    long height = os2 ? bytes.u16(20) : bytes.s32(22);
    limit.check(ImageFormat.BMP, width, Math.abs(height));
    int bits = bytes.u16(os2 ? 24 : 28);
    PixelSource source =
        source(bytes, (int) width, (int) height, bits, os2 ? UNCOMPRESSED : bytes.u32(30));
    return new ImageHeader(
        ImageFormat.BMP, (int) width, (int) Math.abs(height), Orientation.UPRIGHT, source);
  }

  private static PixelSource source(
      Bytes bytes, int width, int height, int bits, long compression) {
    boolean masked = compression == BIT_FIELDS || compression == ALPHA_BIT_FIELDS;
    Bytes palette = palette(bytes, bits);
    if (compression == UNCOMPRESSED || masked) {
      Bytes rows = bytes.slice(bytes.u32(10), rowBytes(width, bits) * Math.abs((long) height));
      if (masked && (bits == 16 || bits == 32)) {
        return BmpMaskedPixels.of(rows, width, height, bits, BmpMasks.read(bytes));
      }
      if (bits == 16) return BmpMaskedPixels.of(rows, width, height, bits, BmpMasks.RGB555);
      boolean plain = bits == 1 || bits == 4 || bits == 8 || bits == 24 || bits == 32;
      if (masked || !plain) throw ImageFormat.BMP.unsupported(bits + "-bit pixels");
    } else if (compression == RLE8 || compression == RLE4) {
      if (height < 0 || bits != (compression == RLE8 ? 8 : 4)) throw ImageFormat.BMP.damaged();
      bytes.require(bytes.u32(10), bytes.u32(34));
      Bytes codes = bytes.slice(bytes.u32(10), bytes.size() - bytes.u32(10));
      return new BmpRlePixels(codes, palette, width, height, bits);
    } else {
      throw ImageFormat.BMP.unsupported("compression " + compression);
    }
    return PixelSource.plain(EncodedStream.of(bytes.piece(0, bytes.size())));
  }

  /**
   * The colours behind the header, 3 or 4 bytes each; empty where pixels are colours themselves.
   *
   * @throws dev.facecore.ImageException if the pixels begin before it ends: they would be shifted
   */
  private static Bytes palette(Bytes bytes, int bits) {
    long header = bytes.u32(14);
    if (bits > 8) return bytes.slice(0, 0);
    long used = header == OS2_HEADER ? 0 : bytes.u32(46);
    long colours = used == 0 || used > 1L << bits ? 1L << bits : used;
    long begin = FILE_HEADER + header;
    long length = colours * (header == OS2_HEADER ? 3 : 4);
    // OS/2 has no field for the number of colours: there are as many as fit before the pixels.
    if (header == OS2_HEADER) length = Math.min(length, bytes.u32(10) - begin);
    if (length <= 0 || bytes.u32(10) < begin + length) throw ImageFormat.BMP.damaged();
    return bytes.slice(begin, length);
  }

  /** Rows are padded to whole 32-bit words. */
  private static long rowBytes(long width, int bits) {
    return (width * bits + 31) / 32 * 4;
  }
}
