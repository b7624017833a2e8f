package dev.facecore.internal.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets bytes that come in tiny pieces gather before it reads on, so that a server that sends each
 * byte alone does not cost a system call for each. Bytes that come in ordinary pieces are not held
 * up.
 */
final class PacedInput extends FilterInputStream {
  /** About what a packet holds beside its headers, and more than most TLS records are short of. */
  private static final int TINY = 256;

  private static final long PAUSE_NANOS = 1_000_000;

  private final Runnable pause;
  private boolean tiny;

  PacedInput(InputStream in) {
    this(in, () -> LockSupport.parkNanos(PAUSE_NANOS));
  }

  PacedInput(InputStream in, Runnable pause) {
    super(in);
    this.pause = pause;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int at, int most) throws IOException {
    if (tiny) pause.run();
    int count = super.read(into, at, most);
    tiny = count > 0 && count < Math.min(TINY, most);
    return count;
  }
}
