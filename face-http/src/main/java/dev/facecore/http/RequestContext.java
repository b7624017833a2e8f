package dev.facecore.http;

import io.javalin.http.Context;

/**
 * What the service knows of one request from its arrival on.
 *
 * @param id its name in answers and logs
 * @param arrived as {@link System#nanoTime} gives it
 */
record RequestContext(String id, long arrived) {
  private static final String KEY = "face-request";

  static void begin(Context context, String id) {
    context.attribute(KEY, new RequestContext(id, System.nanoTime()));
    context.header("X-Request-Id", id);
  }

  static RequestContext of(Context context) {
    return context.attribute(KEY);
  }

  long nanos() {
    return System.nanoTime() - arrived;
  }
}
