package dev.facecore.http.connection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A body that must arrive at a least rate, or the thread that reads it is interrupted. Only time in
 * which that thread waits counts: what it does with the bytes is not the client's fault.
 */
final class Upload extends FilterInputStream {
  private static final int LOOKS = 10;

  private final Scheduler scheduler;
  private final LeastRate least;
  private final Interruption end;

  private volatile boolean waiting;
  private volatile long arrived;

  // Guarded by this.
  private Scheduler.Task next;
  private boolean over;
  private boolean tooSlow;
  private long before;
  private int waited;

  /** To be read by the thread of the interruption. */
  Upload(InputStream body, Scheduler scheduler, LeastRate least, Interruption end) {
    super(body);
    this.scheduler = scheduler;
    this.least = least;
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time reads
  public int read(byte[] buffer, int offset, int length) throws IOException {
    waiting = true;
    int read = in.read(buffer, offset, length);
    waiting = false;
    if (read > 0) arrived += read;
    return read;
  }

  /** Begins to look. */
  synchronized void watch() {
    next =
        scheduler.schedule(
            this::look, Math.max(1, least.window().toMillis() / LOOKS), TimeUnit.MILLISECONDS);
  }

  private synchronized void look() {
    if (over) return;
    if (waiting) waited++;
    if (waited == LOOKS) {
      if (arrived - before < least.bytesPerWindow()) {
        tooSlow = true;
        end.wake();
        return;
      }
      before = arrived;
      waited = 0;
    }
    watch();
  }

  synchronized boolean isTooSlow() {
    return tooSlow;
  }

  /** Looks no more. */
  synchronized void end() {
    over = true;
    if (next != null) next.cancel();
  }
}
