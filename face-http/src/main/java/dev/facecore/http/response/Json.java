package dev.facecore.http.response;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.facecore.http.connection.Delivery;
import dev.facecore.http.connection.Pieces;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes answers and leaves them to be sent. */
public final class Json {
  public static final String CONTENT_TYPE = "application/json; charset=utf-8";

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** In UTF-8. */
  public static byte[] bytes(JsonBody answer) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder();
        JsonGenerator json = generator(bytes)) {
      json.writeStartObject();
      answer.write(json);
      json.writeEndObject();
      json.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("an answer in memory cannot be written", e);
    }
  }

  static JsonGenerator generator(OutputStream target) throws IOException {
    return FACTORY.createGenerator(target);
  }

  /** Sets the answer; it is sent after the handler. */
  public static void answer(Context context, int status, JsonBody answer) {
    send(context, status, Pieces.of(bytes(answer)));
  }

  /** Sets an answer that is written while it is sent, after the handler. */
  public static void stream(Context context, int status, JsonParts answer) throws IOException {
    send(context, status, JsonPieces.of(answer));
  }

  private static void send(Context context, int status, Pieces body) {
    context.status(status).contentType(CONTENT_TYPE);
    Delivery.leave(context.req(), body);
  }
}
