package dev.facecore.http.response;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** An answer that writes itself part by part, one JSON object in all. */
public interface JsonParts {
  /**
   * Writes the next fields or elements, a few kilobytes at most; who calls it writes the object
   * around them.
   *
   * @return false if nothing was left to write
   */
  boolean writeNext(JsonGenerator json) throws IOException;
}
