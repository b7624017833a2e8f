package dev.facecore.gallery;

import dev.facecore.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up faces: people in random directions, and their faces near them. */
public final class TestFaces {
  public static final String MODEL = "Made@00000001";
  static final int SIZE = 512;

  private final Random random = new Random(7);

  /** Another person. */
  public Embedding someone() {
    return Embedding.of(MODEL, direction());
  }

  /** Another face of a person, at a similarity of about 0.6. */
  public Embedding another(Embedding face) {
    float[] values = face.values();
    float[] noise = Embedding.of(MODEL, direction()).values();
    for (int i = 0; i < values.length; i++) values[i] += 1.3f * noise[i];
    return Embedding.of(MODEL, values);
  }

  /** Some faces of one new person. */
  public List<Embedding> facesOfOne(int count) {
    List<Embedding> faces = new ArrayList<>(List.of(someone()));
    while (faces.size() < count) faces.add(another(faces.get(0)));
    return faces;
  }

  private float[] direction() {
    float[] values = new float[SIZE];
    for (int i = 0; i < SIZE; i++) values[i] = (float) random.nextGaussian();
    return values;
  }
}
