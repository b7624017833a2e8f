package dev.facecore.http.response;

import dev.facecore.http.settings.Build;
import dev.facecore.http.settings.Settings;

/** The answer of /health and /ready. */
public record Health(String status, String timestamp, String version, String faceDetectionModel) {
  public static Health of(String status, Settings settings) {
    return new Health(
        status,
        Timestamps.now(),
        Build.version(),
        settings.faceModel() + " + " + settings.detectorBackend());
  }
}
