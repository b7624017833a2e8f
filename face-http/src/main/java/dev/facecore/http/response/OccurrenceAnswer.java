package dev.facecore.http.response;

import dev.facecore.Sighting;

/** Another sighting of a person. */
record OccurrenceAnswer(int imageIndex, BoxAnswer box, double confidence, double similarity) {
  static OccurrenceAnswer of(Sighting seen, int imageIndex) {
    return new OccurrenceAnswer(
        imageIndex,
        BoxAnswer.of(seen.box()),
        Rounded.ratio(seen.confidence()),
        Rounded.ratio(seen.similarity()));
  }
}
