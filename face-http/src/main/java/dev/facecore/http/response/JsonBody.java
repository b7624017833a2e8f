package dev.facecore.http.response;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An answer that writes itself, one JSON object field by field. */
public interface JsonBody {
  /** Writes the fields; {@link #bytes} writes the object around them. */
  void write(JsonGenerator json) throws IOException;

  /** The whole body in UTF-8. */
  default byte[] bytes() {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder();
        JsonGenerator json = Generators.FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      write(json);
      json.writeEndObject();
      json.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a body in memory cannot be written", e);
    }
  }
}
