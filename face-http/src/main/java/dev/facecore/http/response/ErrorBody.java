package dev.facecore.http.response;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The body of every refusal. */
public record ErrorBody(String error, String requestId, String timestamp) implements JsonBody {
  @Override
  public void write(JsonGenerator json) throws IOException {
    json.writeStringField("error", WellFormed.text(error));
    json.writeStringField("request_id", requestId);
    json.writeStringField("timestamp", timestamp);
  }
}
