package dev.facecore.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;

/** Writes answers. */
final class Json {
  static final String CONTENT_TYPE = "application/json; charset=utf-8";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer must be writable", e);
    }
  }

  /** Sets the answer; it is sent after the handler. */
  static void answer(Context context, int status, Object value) {
    byte[] body = bytes(value);
    context.res().setContentLength(body.length);
    context.status(status).contentType(CONTENT_TYPE).result(body);
  }

  /**
   * Sends the answer before the handler ends, so that what the handler holds covers the sending.
   */
  static void send(Context context, int status, Object value) throws IOException {
    byte[] body = bytes(value);
    context.status(status).contentType(CONTENT_TYPE);
    context.res().setContentLength(body.length);
    context.res().getOutputStream().write(body);
    context.res().flushBuffer();
  }
}
