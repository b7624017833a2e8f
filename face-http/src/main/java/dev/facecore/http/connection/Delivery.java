package dev.facecore.http.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Sends what handlers leave behind, after they have returned. So no thread of the server waits for
 * a client that takes its answer slowly or still sends a body that nobody reads, and whatever a
 * handler holds is given back before the first byte goes out. Thread-safe.
 */
public final class Delivery extends Handler.Wrapper {
  private static final String ANSWER = "face-answer";
  private static final String CUT = "face-answer-cut";
  private static final Duration POLL = Duration.ofMillis(20);

  private final Sendings sendings;
  private final Connections connections;
  private final AtomicInteger underWay = new AtomicInteger();

  /**
   * Sends within limits.
   *
   * @param limit how long sending may take in all
   * @param least how fast a client must take its answer
   * @param most how many answers of unknown length may be under way; beyond that the one that takes
   *     longest is cut
   * @param connections which of them have a request is told here
   */
  public Delivery(Duration limit, LeastRate least, int most, Connections connections) {
    this.sendings = new Sendings(limit, least, most);
    this.connections = connections;
  }

  /** Leaves the body of an answer behind; a later one takes its place. */
  public static void leave(HttpServletRequest request, Pieces body) {
    request.setAttribute(ANSWER, body);
  }

  /** Why an answer was not sent to its end, where its client was too slow. */
  public static Optional<String> cut(Request request) {
    return Optional.ofNullable((String) request.getAttribute(CUT));
  }

  static void cut(Request request, String why) {
    request.setAttribute(CUT, why);
    if (endPoint(request) instanceof WatchfulEndPoint watchful) watchful.abort();
    else endPoint(request).close();
  }

  static EndPoint endPoint(Request request) {
    return request.getConnectionMetaData().getConnection().getEndPoint();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    underWay.incrementAndGet();
    EndPoint endPoint = endPoint(request);
    connections.busy(endPoint);
    Callback over = Callback.from(callback, underWay::decrementAndGet);
    // Its answer is out, so it may make room for others while it lingers.
    Lingering last = new Lingering(request, over, () -> connections.idle(endPoint));
    try {
      if (super.handle(new UnreadRequest(request), new LeftAnswer(request, response), last)) {
        return true;
      }
    } catch (Exception | Error e) {
      underWay.decrementAndGet();
      throw e;
    }
    underWay.decrementAndGet();
    return false;
  }

  /** Waits until all requests are answered, at most for a time. */
  public void awaitAll(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (underWay.get() > 0 && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(POLL.toNanos());
      if (Thread.currentThread().isInterrupted()) return;
    }
  }

  /** Leaves what was not read of the body to {@link Lingering}. */
  private static final class UnreadRequest extends Request.Wrapper {
    UnreadRequest(Request request) {
      super(request);
    }

    @Override
    public boolean consumeAvailable() {
      return false;
    }
  }

  /** Takes the last write of a handler that wrote nothing as the call to send what it left. */
  private final class LeftAnswer extends Response.Wrapper {
    LeftAnswer(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
      Object body = last ? getRequest().removeAttribute(ANSWER) : null;
      boolean wroteItself = isCommitted() || (content != null && content.hasRemaining());
      if (body == null || wroteItself) super.write(last, content, callback);
      else sendings.send(getRequest(), getWrapped(), (Pieces) body, callback);
    }
  }
}
