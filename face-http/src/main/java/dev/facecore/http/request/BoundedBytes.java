package dev.facecore.http.request;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects bytes up to a limit and only counts those beyond it. Grows in pieces, so that nothing is
 * copied twice.
 */
final class BoundedBytes extends OutputStream {
  private static final int PIECE = 64 * 1024;

  private final long limit;
  private final List<byte[]> full = new ArrayList<>();
  private byte[] current = new byte[PIECE];
  private final byte[] single = new byte[1];
  private int used;
  private long count;

  BoundedBytes(long limit) {
    this.limit = limit;
  }

  @Override
  public void write(int value) {
    single[0] = (byte) value;
    write(single, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    count += length;
    if (isExceeded()) {
      full.clear();
      return;
    }
    int from = offset;
    while (from < offset + length) {
      if (used == PIECE) next();
      int step = Math.min(PIECE - used, offset + length - from);
      System.arraycopy(bytes, from, current, used, step);
      used += step;
      from += step;
    }
  }

  private void next() {
    full.add(current);
    current = new byte[PIECE];
    used = 0;
  }

  long limit() {
    return limit;
  }

  boolean isExceeded() {
    return count > limit;
  }

  byte[] toByteArray() {
    byte[] joined = new byte[full.size() * PIECE + used];
    int at = 0;
    for (byte[] piece : full) {
      System.arraycopy(piece, 0, joined, at, PIECE);
      at += PIECE;
    }
    System.arraycopy(current, 0, joined, at, used);
    return joined;
  }
}
