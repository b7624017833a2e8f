package dev.facecore;

import dev.facecore.internal.check.Require;

/**
 * One place where a person was seen.
 *
 * @param faceIndex the position of the face in the list that was grouped
 * @param imageIndex the position of the image in the batch
 * @param box where the face is in that image
 * @param confidence the detector's confidence, 0 to 1
 * @param similarity the cosine similarity to the face that was kept; 1 for that face itself
 */
public record Sighting(
    int faceIndex, int imageIndex, Box box, double confidence, double similarity) {
  /** Refuses negative indexes, a missing box, and a confidence or similarity out of range. */
  public Sighting {
    Require.atLeast("faceIndex", faceIndex, 0);
    Require.atLeast("imageIndex", imageIndex, 0);
    Require.present("box", box);
    Require.ratio("confidence", confidence);
    if (!(similarity >= -1 && similarity <= 1)) {
      throw new IllegalArgumentException("similarity must be between -1 and 1, got " + similarity);
    }
  }
}
