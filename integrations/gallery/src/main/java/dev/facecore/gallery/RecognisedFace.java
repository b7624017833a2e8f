package dev.facecore.gallery;

import dev.facecore.Face;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A face of an image, recognised or unknown.
 *
 * @param face the face
 * @param person the name of the person; empty if no enrolled face reaches the threshold
 * @param similarity the cosine similarity to the nearest enrolled face, also below the threshold;
 *     empty if the gallery is empty
 * @param threshold the threshold that was applied
 */
public record RecognisedFace(
    Face face,
    Optional<String> person,
    OptionalDouble similarity,
    IdentificationThreshold threshold) {
  static RecognisedFace of(Face face, Optional<Match> nearest, IdentificationThreshold threshold) {
    return new RecognisedFace(
        face,
        nearest.filter(match -> match.similarity() >= threshold.similarity()).map(Match::person),
        nearest.stream().mapToDouble(Match::similarity).findFirst(),
        threshold);
  }
}
