package dev.facecore.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.facecore.http.response.JsonBody;
import java.io.IOException;

/** The answer of /health and /ready. */
record Health(String status, String timestamp, String version, String models) implements JsonBody {
  static Health of(String status, Settings settings) {
    return new Health(
        status,
        Timestamps.now(),
        Build.version(),
        settings.faceModel() + " + " + settings.detectorBackend());
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    json.writeStringField("status", status);
    json.writeStringField("timestamp", timestamp);
    json.writeStringField("version", version);
    json.writeStringField("face_detection_model", models);
  }
}
