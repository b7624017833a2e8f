package dev.facecore.http;

import dev.facecore.http.response.JsonBody;
import io.javalin.http.Context;
import java.io.IOException;

/** Sends answers. */
final class Json {
  static final String CONTENT_TYPE = "application/json; charset=utf-8";

  private Json() {}

  /** Sets the answer; it is sent after the handler. */
  static void answer(Context context, int status, JsonBody answer) {
    byte[] body = answer.bytes();
    context.res().setContentLength(body.length);
    context.status(status).contentType(CONTENT_TYPE).result(body);
  }

  /**
   * Sends the answer before the handler ends, so that what the handler holds covers the sending.
   */
  static void send(Context context, int status, JsonBody answer) throws IOException {
    byte[] body = answer.bytes();
    context.status(status).contentType(CONTENT_TYPE);
    context.res().setContentLength(body.length);
    context.res().getOutputStream().write(body);
    context.res().flushBuffer();
  }
}
