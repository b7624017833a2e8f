package dev.facecore.http.response;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facecore.http.connection.Pieces;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Map;

/**
 * An answer as JSON in UTF-8 that is written while it is sent. Jackson binds each face and the rest
 * for itself; bound as one, the answer could not stop until its client has taken what is there.
 */
final class ExtractPieces implements Pieces {
  private final Iterator<FaceAnswer> faces;
  private final ExtractSummary summary;
  private final ByteArrayBuilder bytes = new ByteArrayBuilder();
  private final JsonGenerator json;
  private byte[] first;
  private boolean ended;

  private ExtractPieces(ExtractAnswer answer) throws IOException {
    faces = answer.faces();
    summary = answer.summary();
    json = Json.MAPPER.createGenerator(bytes);
    json.writeStartObject();
    json.writeArrayFieldStart("faces");
    first = write();
  }

  /** The pieces of an answer; the length is known where there is only one. */
  static Pieces of(ExtractAnswer answer) throws IOException {
    ExtractPieces pieces = new ExtractPieces(answer);
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
      if (faces.hasNext()) Json.MAPPER.writeValue(json, faces.next());
      else end();
    }
    return bytes.toByteArray();
  }

  private void end() throws IOException {
    json.writeEndArray();
    ObjectNode rest = Json.MAPPER.valueToTree(summary);
    for (Map.Entry<String, JsonNode> field : rest.properties()) {
      json.writeFieldName(field.getKey());
      Json.MAPPER.writeTree(json, field.getValue());
    }
    json.writeEndObject();
    json.close();
    ended = true;
  }
}
