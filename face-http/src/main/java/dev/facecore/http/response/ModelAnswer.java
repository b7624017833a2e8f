package dev.facecore.http.response;

import dev.facecore.FaceExtractor;
import java.util.OptionalDouble;

/**
 * Which weights made an answer, and what the threshold means for them.
 *
 * @param falseMatchRate null where none was measured at this threshold
 */
record ModelAnswer(
    String detector,
    String embedder,
    double threshold,
    double unreadablePenalty,
    Double falseMatchRate) {
  static ModelAnswer of(FaceExtractor extractor, double threshold) {
    OptionalDouble rate = extractor.thresholds().falseMatchRateAt(threshold);
    return new ModelAnswer(
        extractor.detector(),
        extractor.embedder(),
        threshold,
        extractor.readability().penalty(),
        rate.isPresent() ? rate.getAsDouble() : null);
  }
}
