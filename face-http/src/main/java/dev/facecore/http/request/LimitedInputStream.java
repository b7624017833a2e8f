package dev.facecore.http.request;

import dev.facecore.http.exchange.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, whatever the sender announced, and refuses more than allowed. */
final class LimitedInputStream extends FilterInputStream {
  private final long limit;
  private long count;

  LimitedInputStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) add(1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) add(read);
    return read;
  }

  private void add(int bytes) {
    count += bytes;
    if (count > limit) throw Problem.tooLarge(limit);
  }
}
