package dev.facecore.internal.image;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The compressions of TIFF 6.0 that the native decoder reads, and how many bytes a strip or tile
 * really holds: the decoder leaves the rest of a short one black and says nothing.
 */
final class TiffCompression {
  static final int NONE = 1;
  private static final int MODIFIED_HUFFMAN = 2;
  private static final int FAX_GROUP_3 = 3;
  private static final int FAX_GROUP_4 = 4;
  private static final int LZW = 5;
  static final int JPEG = 7;
  private static final int DEFLATE = 8;
  private static final int PACK_BITS = 32_773;
  private static final int DEFLATE_EXPERIMENTAL = 32_946;
  private static final int SCRATCH = 8192;

  private TiffCompression() {}

  static void checkSupported(long compression) {
    if (compression == NONE
        || compression == MODIFIED_HUFFMAN
        || compression == FAX_GROUP_3
        || compression == FAX_GROUP_4
        || compression == LZW
        || compression == JPEG
        || compression == DEFLATE
        || compression == PACK_BITS
        || compression == DEFLATE_EXPERIMENTAL) return;
    throw ImageFormat.TIFF.unsupported("compression " + compression);
  }

  /** Whether the segment yields that many bytes; assumed where a code is not counted here. */
  static boolean yields(long compression, Bytes segment, long bytes) {
    return switch ((int) compression) {
      case NONE -> segment.size() >= bytes;
      case LZW -> TiffLzw.yields(segment, bytes);
      case DEFLATE, DEFLATE_EXPERIMENTAL -> inflates(segment, bytes);
      case PACK_BITS -> unpacks(segment, bytes);
      default -> segment.size() > 0;
    };
  }

  private static boolean inflates(Bytes segment, long bytes) {
    EncodedStream.Piece piece = segment.piece(0, segment.size());
    byte[] scratch = new byte[SCRATCH];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(piece.data(), piece.from(), piece.length());
      while (inflater.getBytesWritten() < bytes) {
        if (inflater.inflate(scratch) == 0) return false;
      }
      return true;
    } catch (DataFormatException broken) {
      return false;
    } finally {
      inflater.end();
    }
  }

  private static boolean unpacks(Bytes segment, long bytes) {
    long written = 0;
    long at = 0;
    while (at < segment.size() && written < bytes) {
      int control = (byte) segment.u8(at);
      if (control == -128) {
        at++;
      } else if (control >= 0) {
        written += Math.min(control + 1L, segment.size() - at - 1);
        at += control + 2L;
      } else {
        if (at + 1 < segment.size()) written += 1 - control;
        at += 2;
      }
    }
    return written >= bytes;
  }
}
