package dev.facecore.http.connection;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * The end of an answered request whose body was not read to its end. Closing such a connection at
 * once would make the client's system throw the answer away unread; so what still arrives is
 * dropped for a little while, without a thread that waits for it.
 */
final class Lingering implements Callback {
  private static final long LINGER_MILLIS = 2_000;

  /** How much is dropped before others get the thread. */
  private static final int TURN = 256 * 1024;

  private final Request request;
  private final Callback callback;
  private final Runnable answered;
  private final AtomicBoolean over = new AtomicBoolean();
  private Scheduler.Task limit;

  /**
   * The end of one request.
   *
   * @param callback what to call when the connection may go on
   * @param answered what to do before the lingering
   */
  Lingering(Request request, Callback callback, Runnable answered) {
    this.request = request;
    this.callback = callback;
    this.answered = answered;
  }

  @Override
  public void succeeded() {
    answered.run();
    // A client that waits for "100 Continue" has not sent its body, and now will not.
    if (request.getHeaders().contains(HttpHeader.EXPECT)) callback.succeeded();
    else drop();
  }

  @Override
  public void failed(Throwable failure) {
    callback.failed(failure);
  }

  private void drop() {
    for (int dropped = 0; dropped < TURN; ) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        await();
        return;
      }
      dropped += Math.max(1, chunk.remaining());
      chunk.release();
      if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
        finish();
        return;
      }
    }
    startLimit();
    request.getComponents().getExecutor().execute(this::drop);
  }

  private void await() {
    startLimit();
    request.demand(this::drop);
  }

  private void startLimit() {
    if (limit != null) return;
    EndPoint endPoint = Delivery.endPoint(request);
    // The read that waits then fails, and ends the lingering.
    limit =
        request
            .getComponents()
            .getScheduler()
            .schedule(endPoint::close, LINGER_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void finish() {
    if (!over.compareAndSet(false, true)) return;
    if (limit != null) limit.cancel();
    callback.succeeded();
  }
}
