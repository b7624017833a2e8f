package dev.facecore.http.response;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.facecore.http.settings.Build;
import dev.facecore.http.settings.Settings;
import java.io.IOException;

/** The answer of /health and /ready. */
public record Health(String status, String timestamp, String version, String models)
    implements JsonBody {
  public static Health of(String status, Settings settings) {
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
