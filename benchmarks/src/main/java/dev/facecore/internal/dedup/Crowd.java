package dev.facecore.internal.dedup;

import dev.facecore.Box;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceLandmarks;
import dev.facecore.Headshot;
import dev.facecore.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** People who are random directions in 512 dimensions, each seen five times. */
final class Crowd {
  static final int SIZE = 512;
  static final double THRESHOLD = 0.4;

  private static final int SIGHTINGS = 5;
  // Two sightings c + noise of one person have a mean cosine of 1 / (1 + NOISE²) = 0.65.
  private static final double NOISE = Math.sqrt(1 / 0.65 - 1);

  private Crowd() {}

  /** This many faces in random order, the same for every call. */
  static List<Face> of(int faces) {
    return of(faces, SIZE);
  }

  /**
   * The same with strangers who resemble each other, as all but the first coordinates are 0: with
   * 80 about 1.5e-4 of their pairs reach {@link #THRESHOLD}, as with {@code ArcFace}; with all 512
   * none does.
   */
  static List<Face> of(int faces, int directions) {
    Random random = new Random(42);
    Headshot headshot = Headshot.ofJpeg(new byte[0]);
    Point point = new Point(5, 5);
    FaceLandmarks landmarks = new FaceLandmarks(point, point, point, point, point);
    List<Embedding> embeddings = new ArrayList<>(faces);
    while (embeddings.size() < faces) {
      float[] centre = gaussian(random, directions);
      for (int s = 0; s < SIGHTINGS; s++) {
        float[] seen = gaussian(random, directions);
        for (int d = 0; d < SIZE; d++) seen[d] = (float) (centre[d] + NOISE * seen[d]);
        embeddings.add(Embedding.of("synthetic", seen));
      }
    }
    Collections.shuffle(embeddings, random);
    List<Face> crowd = new ArrayList<>(faces);
    for (Embedding embedding : embeddings) {
      Box box = new Box(0, 0, 10, 10);
      crowd.add(new Face(crowd.size(), box, landmarks, 0.9, 0.5, embedding, headshot));
    }
    return crowd;
  }

  private static float[] gaussian(Random random, int directions) {
    float[] vector = new float[SIZE];
    for (int d = 0; d < directions; d++) vector[d] = (float) random.nextGaussian();
    return vector;
  }
}
