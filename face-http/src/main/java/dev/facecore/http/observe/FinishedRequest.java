package dev.facecore.http.observe;

import dev.facecore.http.connection.Delivery;
import dev.facecore.http.exchange.Outcome;
import dev.facecore.http.exchange.RequestContext;
import dev.facecore.http.exchange.RequestIds;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * A request that has been answered.
 *
 * @param id its name in the answer
 * @param method as sent
 * @param path as sent, without the query
 * @param status of the answer; 0 when there was nobody left to answer
 * @param nanos from its arrival to the end of the answer
 * @param bytes how much of its body was read
 * @param outcome what became of it
 */
record FinishedRequest(
    String id, String method, String path, int status, long nanos, long bytes, Outcome outcome) {
  static FinishedRequest of(Request request, Response response, RequestIds ids) {
    RequestContext context = RequestContext.of(request, ids);
    Delivery.cut(request).ifPresent(context.outcome()::refused);
    String path = request.getHttpURI().getPath();
    return new FinishedRequest(
        context.id(),
        request.getMethod(),
        path == null ? "-" : path,
        response.getStatus(),
        System.nanoTime() - request.getHeadersNanoTime(),
        Math.max(0, Request.getContentBytesRead(request)),
        context.outcome());
  }
}
