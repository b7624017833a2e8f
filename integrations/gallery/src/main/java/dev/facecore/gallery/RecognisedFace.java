package dev.facecore.gallery;

import dev.facecore.Face;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A face of a photograph, with a name or unknown.
 *
 * @param person who it is; empty if no enrolled face reaches the threshold
 * @param similarity to the nearest enrolled face, whose name is not told below the threshold; empty
 *     if nobody is enrolled
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
