package dev.facecore.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.facecore.http.response.JsonBody;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes and sends answers. */
final class Json {
  static final String CONTENT_TYPE = "application/json; charset=utf-8";

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** In UTF-8. */
  static byte[] bytes(JsonBody answer) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder();
        JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      answer.write(json);
      json.writeEndObject();
      json.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("an answer in memory cannot be written", e);
    }
  }

  /** Sets the answer; it is sent after the handler. */
  static void answer(Context context, int status, JsonBody answer) {
    byte[] body = bytes(answer);
    context.res().setContentLength(body.length);
    context.status(status).contentType(CONTENT_TYPE).result(body);
  }

  /**
   * Sends the answer before the handler ends, so that what the handler holds covers the sending.
   */
  static void send(Context context, int status, JsonBody answer) throws IOException {
    byte[] body = bytes(answer);
    context.status(status).contentType(CONTENT_TYPE);
    context.res().setContentLength(body.length);
    context.res().getOutputStream().write(body);
    context.res().flushBuffer();
  }
}
