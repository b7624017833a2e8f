package dev.facecore.internal.fetch;

import dev.facecore.ImageException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A body that must not come more slowly than 1 KiB a second, looked at once in a while. Silence
 * between two bytes is bounded by the connection.
 */
final class LeastRate extends FilterInputStream {
  private static final long BYTES_PER_SECOND = 1024;

  private final long everyNanos;
  private long since = System.nanoTime();
  private long count;

  LeastRate(InputStream in, Duration every) {
    super(in);
    everyNanos = every.toNanos();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int at, int most) throws IOException {
    int read = super.read(into, at, most);
    count += Math.max(0, read);
    long now = System.nanoTime();
    if (read < 0 || now - since < everyNanos) return read;
    if (count < BYTES_PER_SECOND * ((now - since) / 1e9)) throw tooSlow();
    since = now;
    count = 0;
    return read;
  }

  static ImageException tooSlow() {
    return new ImageException(
        "The image arrives more slowly than 1 KiB a second; try again, or send the image"
            + " itself.");
  }
}
