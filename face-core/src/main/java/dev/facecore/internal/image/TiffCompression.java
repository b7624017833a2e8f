package dev.facecore.internal.image;

import java.util.Set;

/** The compressions of TIFF 6.0 that the native decoder reads. */
final class TiffCompression {
  private static final int NONE = 1;
  private static final int MODIFIED_HUFFMAN = 2;
  private static final int FAX_GROUP_3 = 3;
  private static final int FAX_GROUP_4 = 4;
  private static final int LZW = 5;
  private static final int JPEG = 7;
  private static final int DEFLATE = 8;
  private static final int PACK_BITS = 32_773;
  private static final int DEFLATE_EXPERIMENTAL = 32_946;

  private static final Set<Integer> READ =
      Set.of(
          NONE,
          MODIFIED_HUFFMAN,
          FAX_GROUP_3,
          FAX_GROUP_4,
          LZW,
          JPEG,
          DEFLATE,
          PACK_BITS,
          DEFLATE_EXPERIMENTAL);

  private TiffCompression() {}

  static void check(int compression) {
    if (!READ.contains(compression)) {
      throw ImageFormat.TIFF.unsupported("compression " + compression);
    }
  }
}
