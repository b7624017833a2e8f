package dev.facecore.internal.image;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * What the native decoder is given: pieces of the encoded data and a few bytes of ours, joined only
 * in native memory, so that leaving something out costs no copy.
 */
final class EncodedStream {
  /** A stretch of an array that is not copied. */
  record Piece(byte[] data, int from, int length) {
    private boolean isContinuedBy(Piece next) {
      return data == next.data && from + length == next.from;
    }
  }

  private final List<Piece> pieces = new ArrayList<>();

  static EncodedStream of(Piece... pieces) {
    EncodedStream stream = new EncodedStream();
    for (Piece piece : pieces) stream.add(piece);
    return stream;
  }

  EncodedStream add(Piece piece) {
    int last = pieces.size() - 1;
    if (last >= 0 && pieces.get(last).isContinuedBy(piece)) {
      Piece before = pieces.get(last);
      pieces.set(last, new Piece(before.data, before.from, before.length + piece.length));
    } else if (piece.length > 0) {
      pieces.add(piece);
    }
    return this;
  }

  EncodedStream add(byte[] whole) {
    return add(new Piece(whole, 0, whole.length));
  }

  /** One row of bytes; the caller releases it. */
  Mat toMat() {
    int size = 0;
    for (Piece piece : pieces) size = Math.addExact(size, piece.length);
    Mat joined = new Mat(1, size, CvType.CV_8UC1);
    try {
      int at = 0;
      for (Piece piece : pieces) {
        joined.put(0, at, piece.data, piece.from, piece.length);
        at += piece.length;
      }
      return joined;
    } catch (Throwable failure) {
      joined.release();
      throw failure;
    }
  }
}
