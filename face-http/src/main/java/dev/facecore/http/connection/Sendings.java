package dev.facecore.http.connection;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The answers on their way to clients. Thread-safe. */
final class Sendings {
  private final Duration limit;
  private final LeastRate least;
  private final int most;

  /** Those that hold what they are made of, the oldest first. */
  private final Deque<Sending> heavy = new ArrayDeque<>();

  Sendings(Duration limit, LeastRate least, int most) {
    this.limit = limit;
    this.least = least;
    this.most = most;
  }

  void send(Request request, Response response, Pieces body, Callback callback) {
    boolean known = body.length() >= 0;
    if (known) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length());
    } else if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1) {
      // Also where the connection ends with the answer: a client must see that it was cut.
      response.getHeaders().put(HttpHeader.TRANSFER_ENCODING, "chunked");
    }
    Sending sending = new Sending(this, request, response, body, callback);
    if (!known) admit(sending);
    sending.iterate();
    sending.watch(limit, least);
  }

  private void admit(Sending sending) {
    Sending slowest = null;
    synchronized (heavy) {
      if (heavy.size() >= most) slowest = heavy.pollFirst();
      heavy.addLast(sending);
    }
    if (slowest != null) slowest.cut("other requests waited to be answered");
  }

  void forget(Sending sending) {
    synchronized (heavy) {
      heavy.remove(sending);
    }
  }
}
