package dev.facecore.http.observe;

import dev.facecore.http.exchange.RequestIds;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/** Sees every request once, when it is over, also those that the web server itself refused. */
public final class RequestLedger implements RequestLog {
  private final RequestIds ids;
  private final Supplier<ServiceMetrics> metrics;

  public RequestLedger(RequestIds ids, Supplier<ServiceMetrics> metrics) {
    this.ids = ids;
    this.metrics = metrics;
  }

  @Override
  public void log(Request request, Response response) {
    FinishedRequest finished = FinishedRequest.of(request, response, ids);
    metrics.get().count(finished);
    AccessLog.write(finished);
  }
}
