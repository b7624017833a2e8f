package dev.facecore.internal.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bits of one scan of a JPEG file (ITU-T T.81, annex F.2.2.5), without the bytes that are
 * stuffed in behind 0xFF. Behind the data it makes up zeros, as the native decoder does, but
 * refuses the picture once they are used.
 */
final class JpegBits {
  /** As many bits as {@link #need} provides. */
  static final int NEEDED = 32;

  private static final VarHandle FOUR_BYTES =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final int COEFFICIENTS = 64;
  private static final int MARKER = 0xFF;
  private static final int RESTARTS = 0xD0;

  private final byte[] data;
  private final int end;
  private int at;
  private long bits;
  private int count;
  private int madeUp;

  /** The bits from the first of these bytes on. */
  JpegBits(EncodedStream.Piece piece) {
    data = piece.data();
    at = piece.from();
    end = piece.from() + piece.length();
  }

  /** Provides so many bits for peek and skip that a code word and its value never run out. */
  void need() {
    if (count < NEEDED) fill();
  }

  /** The next bits, at most 16. */
  int peek(int length) {
    return (int) (bits >>> count - length) & (1 << length) - 1;
  }

  void skip(int length) {
    count -= length;
  }

  /** Skips any number of bits. */
  void skipAll(int length) {
    for (int left = length; left > 0; left -= NEEDED) {
      need();
      skip(Math.min(left, NEEDED));
    }
  }

  /**
   * Passes the AC codes of one block of a sequential scan. Most of a file's codes are read here, so
   * the state is in local variables meanwhile: that takes half of the time.
   */
  void passRuns(JpegRuns runs) {
    long window = bits;
    int left = count;
    int k = 1;
    while (k < COEFFICIENTS) {
      if (left < NEEDED) {
        bits = window;
        count = left;
        fill();
        window = bits;
        left = count;
      }
      int passed = runs.entry((int) (window >>> left - JpegRuns.BITS) & (1 << JpegRuns.BITS) - 1);
      if (passed != 0 && k + (passed >> 8 & 0xFF) < COEFFICIENTS) {
        left -= passed & 0xFF;
        k += passed >> 16;
      } else {
        bits = window;
        count = left;
        k += runs.passOne(this);
        window = bits;
        left = count;
      }
    }
    bits = window;
    count = left;
  }

  /**
   * Reads one block of a sequential scan. Each step is free of conditions as far as it can be,
   * because a branch that is guessed wrong costs as much as reading two codes.
   *
   * @param dc codes of the difference to the block before
   * @param predicted the first coefficient of that block, replaced by this one's
   * @param steps of the quantisation, 0 behind the last coefficient, and
   * @param places of the coefficients, both in the order of the codes
   * @param coefficients receives those that are not zero
   * @return the last one that may not be zero; -1 where the codes are not a block
   */
  int readBlock(
      JpegHuffman dc,
      JpegValues values,
      int[] predicted,
      int[] steps,
      int[] places,
      int[] coefficients) {
    int size = dc.nextValid(this);
    if (size < 0) return -1;
    predicted[0] += JpegValues.extended(peek(size), size);
    coefficients[0] = (short) predicted[0] * steps[0];
    long window = bits;
    int left = count - size;
    int k = 0;
    while (k < COEFFICIENTS - 1) {
      if (left < NEEDED) {
        bits = window;
        count = left;
        fill();
        window = bits;
        left = count;
      }
      long read = values.entry((int) (window >>> left - JpegValues.BITS));
      if (read == 0
          || k + JpegValues.first(read) >= COEFFICIENTS - 1 && JpegValues.second(read) > 0) {
        bits = window;
        count = left;
        read = values.readOne(this);
        window = bits;
        left = count;
        if (read == -1) return -1;
      }
      left -= JpegValues.length(read);
      k += JpegValues.first(read);
      coefficients[places[k]] = JpegValues.firstValue(read) * steps[k];
      k += JpegValues.second(read);
      coefficients[places[k]] = JpegValues.secondValue(read) * steps[k];
    }
    bits = window;
    count = left;
    if (k >= JpegValues.END) return k - JpegValues.END;
    return k < COEFFICIENTS ? k : -1;
  }

  private void fill() {
    if (at + 4 <= end) {
      int four = (int) FOUR_BYTES.get(data, at);
      // A byte of all ones is one of no ones when inverted, and only that borrows from its top.
      if ((~four - 0x01010101 & four & 0x80808080) == 0) {
        bits = bits << 32 | four & 0xFFFFFFFFL;
        count += 32;
        at += 4;
        return;
      }
    }
    while (count < NEEDED) {
      bits = bits << 8 | next();
      count += 8;
    }
  }

  private int next() {
    if (at < end && (data[at] & 0xFF) != MARKER) return data[at++] & 0xFF;
    int behind = behindMarker();
    if (behind < end && data[behind] == 0) {
      at = behind + 1;
      return MARKER;
    }
    requireAll();
    madeUp += 8;
    return 0;
  }

  /** Where the byte behind a marker's ones stands. */
  private int behindMarker() {
    int behind = at;
    while (behind < end && (data[behind] & 0xFF) == MARKER) behind++;
    return behind;
  }

  /** Refuses data that ended before what was read of them. */
  void requireAll() {
    if (count < madeUp) throw ImageFormat.JPEG.endsEarly();
  }

  /** Goes on behind this restart mark; false where anything else comes first. */
  boolean restartWith(int number) {
    requireAll();
    if (count - madeUp >= 8 || at + 2 > end) return false;
    if ((data[at] & 0xFF) != MARKER || (data[at + 1] & 0xFF) != RESTARTS + number) return false;
    count = 0;
    madeUp = 0;
    at += 2;
    return true;
  }

  /** Goes on behind the next restart mark; if another marker comes first there are no more bits. */
  void restart() {
    requireAll();
    count = 0;
    madeUp = 0;
    int behind = at;
    while (true) {
      while (at < end && (data[at] & 0xFF) != MARKER) at++;
      behind = behindMarker();
      if (behind >= end) return;
      if (data[behind] != 0) break;
      at = behind;
    }
    if ((data[behind] & 0xF8) == RESTARTS) at = behind + 1;
  }
}
