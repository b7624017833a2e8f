package dev.facecore.http;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer of /health and /ready. */
record Health(
    String status,
    String timestamp,
    String version,
    @JsonProperty("face_detection_model") String faceDetectionModel) {
  static Health of(String status, Settings settings) {
    return new Health(
        status,
        Timestamps.now(),
        Build.version(),
        settings.faceModel() + " + " + settings.detectorBackend());
  }
}
