package dev.facecore.http.response;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.facecore.http.connection.Pieces;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A JSON object in UTF-8 that is written while it is sent. */
final class JsonPieces implements Pieces {
  private final JsonParts parts;
  private final ByteArrayBuilder bytes = new ByteArrayBuilder();
  private final JsonGenerator json;
  private byte[] first;
  private boolean ended;

  private JsonPieces(JsonParts parts) throws IOException {
    this.parts = parts;
    json = Json.generator(bytes);
    json.writeStartObject();
    first = write();
  }

  /** The pieces of an answer; the length is known where there is only one. */
  static Pieces of(JsonParts parts) throws IOException {
    JsonPieces pieces = new JsonPieces(parts);
    return pieces.ended ? Pieces.of(pieces.first) : pieces;
  }

  @Override
  public ByteBuffer next() throws IOException {
    if (first == null && ended) return null;
    byte[] piece = first == null ? write() : first;
    first = null;
    return ByteBuffer.wrap(piece);
  }

  private byte[] write() throws IOException {
    bytes.reset();
    while (!ended && bytes.size() < SIZE) {
      ended = !parts.writeNext(json);
      if (ended) json.writeEndObject();
      json.flush();
    }
    if (ended) json.close();
    return bytes.toByteArray();
  }
}
