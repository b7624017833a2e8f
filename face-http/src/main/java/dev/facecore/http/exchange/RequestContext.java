package dev.facecore.http.exchange;

import io.javalin.http.Context;
import org.eclipse.jetty.util.Attributes;

/**
 * What the service knows of one request from its arrival on.
 *
 * @param id its name in answers and logs
 * @param arrived as {@link System#nanoTime} gives it
 * @param outcome what became of it so far
 */
public record RequestContext(String id, long arrived, Outcome outcome) {
  private static final String KEY = "face-request";

  public static void begin(Context context, String id) {
    context.attribute(KEY, new RequestContext(id, System.nanoTime(), new Outcome()));
    context.header("X-Request-Id", id);
  }

  public static RequestContext of(Context context) {
    return context.attribute(KEY);
  }

  /**
   * That of a request of the web server; begun now if the request did not get as far as a route.
   */
  public static RequestContext of(Attributes request, RequestIds ids) {
    if (request.getAttribute(KEY) instanceof RequestContext begun) return begun;
    RequestContext fresh = new RequestContext(ids.next(), System.nanoTime(), new Outcome());
    request.setAttribute(KEY, fresh);
    return fresh;
  }

  public long nanos() {
    return System.nanoTime() - arrived;
  }
}
