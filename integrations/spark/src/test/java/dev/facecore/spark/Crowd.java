package dev.facecore.spark;

import dev.facecore.Box;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceLandmarks;
import dev.facecore.Headshot;
import dev.facecore.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up faces whose people are hard to tell apart, for grouping without pictures. */
final class Crowd {
  private static final int SIZE = 64;

  private Crowd() {}

  /**
   * Faces of people some of whom look alike: about half of all pairs of one person, and some of
   * two, reach a similarity of 0.4.
   */
  static List<FaceRow> rows(int people, int sightings, Random random) {
    List<FaceRow> rows = new ArrayList<>();
    float[] centre = unit(random, SIZE);
    for (int person = 0; person < people; person++) {
      if (person % 3 != 0) centre = mixed(centre, unit(random, SIZE), 0.7f);
      else centre = unit(random, SIZE);
      for (int i = 0; i < sightings; i++) {
        float[] seen = mixed(centre, unit(random, SIZE), 1.1f);
        String path = String.format("file:/album/%04d.jpg", random.nextInt(10_000));
        rows.add(FaceRow.of(path, rows.size(), face(seen, random), false));
      }
    }
    return rows;
  }

  static float[] unit(Random random, int size) {
    float[] vector = new float[size];
    for (int d = 0; d < size; d++) vector[d] = (float) random.nextGaussian();
    return Embedding.of("any", vector).values();
  }

  private static float[] mixed(float[] vector, float[] other, float weight) {
    float[] sum = new float[vector.length];
    for (int d = 0; d < sum.length; d++) sum[d] = vector[d] + weight * other[d];
    return Embedding.of("any", sum).values();
  }

  private static Face face(float[] vector, Random random) {
    Point point = new Point(random.nextInt(100), random.nextInt(100));
    return new Face(
        0,
        new Box(random.nextInt(100), 10, 20, 30),
        new FaceLandmarks(point, point, point, point, point),
        random.nextDouble(),
        random.nextDouble(),
        Embedding.of("made-up", vector),
        Headshot.ofJpeg(new byte[0]));
  }
}
