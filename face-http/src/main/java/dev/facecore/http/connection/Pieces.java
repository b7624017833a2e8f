package dev.facecore.http.connection;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The body of an answer, made piece by piece while it is sent. Used by one thread at a time. */
public interface Pieces {
  /** How many bytes a piece should have: enough for one write, and little to hold. */
  int SIZE = 32 * 1024;

  /** The next piece, which is used until the next call; null at the end. */
  ByteBuffer next() throws IOException;

  /** How many bytes there are in all; negative where that is not known before the end. */
  default long length() {
    return -1;
  }

  /** The pieces of an array, which must not change any more. */
  static Pieces of(byte[] body) {
    return new Pieces() {
      private int at;

      @Override
      public ByteBuffer next() {
        if (at == body.length) return null;
        int from = at;
        at = Math.min(body.length, from + SIZE);
        return ByteBuffer.wrap(body, from, at - from);
      }

      @Override
      public long length() {
        return body.length;
      }
    };
  }
}
