package dev.facecore.http.connection;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.util.thread.Scheduler;

/** One answer on its way: each piece is made when the one before has been taken. */
final class Sending extends IteratingCallback {
  private final Sendings all;
  private final Request request;
  private final Response response;
  private final Pieces body;
  private final Callback callback;
  private final long began = System.nanoTime();

  private volatile long handed;
  private volatile ByteBuffer piece = ByteBuffer.allocate(0);
  private boolean ended;

  // Guarded by this.
  private Scheduler.Task check;
  private boolean over;

  Sending(Sendings all, Request request, Response response, Pieces body, Callback callback) {
    this.all = all;
    this.request = request;
    this.response = response;
    this.body = body;
    this.callback = callback;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time writes
  protected Action process() throws Exception {
    if (ended) return Action.SUCCEEDED;
    ByteBuffer next = body.next();
    ended = next == null;
    if (!ended) {
      piece = next;
      handed += next.remaining();
    }
    response.write(ended, next, this);
    return Action.SCHEDULED;
  }

  /** Looks on until the end; quick answers have ended before. */
  void watch(Duration limit, LeastRate least) {
    watch(limit, least, taken());
  }

  private synchronized void watch(Duration limit, LeastRate least, long before) {
    if (over) return;
    check =
        request
            .getComponents()
            .getScheduler()
            .schedule(
                () -> check(limit, least, before),
                Math.min(limit.toMillis(), least.window().toMillis()),
                TimeUnit.MILLISECONDS);
  }

  private void check(Duration limit, LeastRate least, long before) {
    long taken = taken();
    if (System.nanoTime() - began >= limit.toNanos()) {
      cut("the client did not read it within " + limit.toSeconds() + " s");
    } else if (taken - before < least.bytesPerWindow()) {
      cut("the client read less than " + least.bytesPerSecond() + " bytes a second");
    } else {
      watch(limit, least, taken);
    }
  }

  /** How many bytes the system has taken for the client. */
  private long taken() {
    return handed - piece.remaining();
  }

  void cut(String why) {
    synchronized (this) {
      if (over) return;
    }
    Delivery.cut(request, "The answer was cut: " + why + ".");
  }

  private synchronized void end() {
    over = true;
    if (check != null) check.cancel();
  }

  @Override
  protected void onCompleteSuccess() {
    end();
    all.forget(this);
    callback.succeeded();
  }

  @Override
  protected void onCompleteFailure(Throwable cause) {
    end();
    all.forget(this);
    callback.failed(cause);
  }
}
