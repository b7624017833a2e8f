package dev.facecore.http.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.facecore.http.connection.Delivery;
import dev.facecore.http.connection.Pieces;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes answers and leaves them to be sent. */
public final class Json {
  public static final String CONTENT_TYPE = "application/json; charset=utf-8";

  /** Fields are named as in the contract; those that are null are left out. */
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private Json() {}

  /** Returns a record as JSON in UTF-8. */
  public static byte[] bytes(Record answer) {
    try {
      return MAPPER.writeValueAsBytes(answer);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("An answer in memory cannot be written.", e);
    }
  }

  /** Sets the answer; it is sent after the handler. */
  public static void answer(Context context, int status, Record answer) {
    send(context, status, Pieces.of(bytes(answer)));
  }

  /** Sets an answer that is written while it is sent, after the handler. */
  public static void stream(Context context, int status, ExtractAnswer answer) throws IOException {
    send(context, status, ExtractPieces.of(answer));
  }

  private static void send(Context context, int status, Pieces body) {
    context.status(status).contentType(CONTENT_TYPE);
    Delivery.leave(context.req(), body);
  }
}
