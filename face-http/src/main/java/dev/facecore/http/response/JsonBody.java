package dev.facecore.http.response;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** An answer that writes itself, one JSON object. */
public interface JsonBody {
  /** Writes the fields; who calls it writes the object around them. */
  void write(JsonGenerator json) throws IOException;
}
