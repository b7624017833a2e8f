package dev.facecore.evaluate;

import dev.facecore.Box;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceLandmarks;
import dev.facecore.Headshot;
import dev.facecore.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Faces made of seeded random numbers. */
final class MadeUpFaces {
  private static final Point POINT = new Point(5, 5);

  private MadeUpFaces() {}

  static Face face(Box box, double quality, float... embedding) {
    return new Face(
        0,
        box,
        new FaceLandmarks(POINT, POINT, POINT, POINT, POINT),
        0.9,
        quality,
        Embedding.of("test", embedding),
        Headshot.ofJpeg(new byte[] {1, 2, 3}));
  }

  /** Four faces for each person, more alike than those of different people. */
  static LabelledFaces of(int people, long seed) {
    Random random = new Random(seed);
    List<Face> faces = new ArrayList<>();
    int[] numbers = new int[4 * people];
    float[] centre = new float[8];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i / 4;
      float[] vector = new float[centre.length];
      for (int d = 0; d < centre.length; d++) {
        if (i % 4 == 0) centre[d] = (float) random.nextGaussian();
        vector[d] = (float) (centre[d] + 0.8 * random.nextGaussian());
      }
      faces.add(face(new Box(0, 0, 10, 10), random.nextDouble(), vector));
    }
    return new LabelledFaces(faces, numbers, 0);
  }
}
