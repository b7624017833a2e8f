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

/** Faces made of seeded random numbers. */
public final class TestFaces {
  private static final Headshot HEADSHOT = Headshot.ofJpeg(new byte[] {1, 2, 3});

  private TestFaces() {}

  /** A face with this embedding, in a picture, of quality 0.5. */
  public static Face face(int image, float... embedding) {
    return face(image, 0.5, embedding);
  }

  public static Face face(int image, double quality, float... embedding) {
    return face(image, quality, Embedding.of("test", embedding));
  }

  public static Face face(int image, double quality, Embedding embedding) {
    Point point = new Point(5, 5);
    return new Face(
        image,
        new Box(image, 0, 10, 10),
        new FaceLandmarks(point, point, point, point, point),
        0.9,
        quality,
        embedding,
        HEADSHOT);
  }

  /**
   * People as random unit vectors, seen several times with noise of the given length (1 makes two
   * sightings' cosine about one half), in shuffled order, two to a picture.
   */
  public static List<Face> crowd(int people, int sightings, int size, double noise, long seed) {
    Random random = new Random(seed);
    List<float[]> vectors = new ArrayList<>();
    for (int p = 0; p < people; p++) {
      float[] centre = gaussian(size, random);
      for (int s = 0; s < sightings; s++) {
        float[] vector = gaussian(size, random);
        for (int d = 0; d < size; d++) vector[d] = (float) (centre[d] + noise * vector[d]);
        vectors.add(vector);
      }
    }
    Collections.shuffle(vectors, random);
    List<Face> faces = new ArrayList<>();
    for (float[] vector : vectors) {
      faces.add(face(faces.size() / 2, random.nextInt(4) / 4.0, vector));
    }
    return faces;
  }

  static float[] gaussian(int size, Random random) {
    float[] vector = new float[size];
    for (int d = 0; d < size; d++) vector[d] = (float) random.nextGaussian();
    return vector;
  }
}
