package dev.facecore.internal.image;

/** Which bits of a bitmap's pixel are its red, green and blue. */
record BmpMasks(Mask red, Mask green, Mask blue) {
  /** What 16 bits mean where nothing is said. */
  static final BmpMasks RGB555 = new BmpMasks(new Mask(0x7C00), new Mask(0x3E0), new Mask(0x1F));

  /** Where they stand, behind or inside the header. */
  private static final int POSITION = 54;

  static BmpMasks read(Bytes bytes) {
    return new BmpMasks(
        new Mask(bytes.u32(POSITION)),
        new Mask(bytes.u32(POSITION + 4)),
        new Mask(bytes.u32(POSITION + 8)));
  }

  /** One run of bits; an empty one is always black. */
  record Mask(long bits) {
    /** The bits' value as a share of their largest one, times 255. */
    int of(long pixel) {
      if (bits == 0) return 0;
      int shift = Long.numberOfTrailingZeros(bits);
      return (int) (((pixel & bits) >> shift) * 255 / (bits >> shift));
    }
  }
}
