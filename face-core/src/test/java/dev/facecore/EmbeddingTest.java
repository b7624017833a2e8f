package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingTest {
  @Test
  void has_length_1_and_remembers_the_length_it_had() {
    Embedding embedding = Embedding.of("m", 3, 4);
    assertArrayEquals(new float[] {0.6f, 0.8f}, embedding.values(), 1e-7f);
    assertEquals(5, embedding.rawLength(), 1e-12);
    assertEquals(0.8f, embedding.value(1), 1e-7f);
    assertEquals(2, embedding.size());
  }

  @Test
  void a_restored_one_is_the_same_bit_for_bit() {
    Random random = new Random(2);
    for (int round = 0; round < 20; round++) {
      Embedding embedding = Embedding.of("m", random(random));
      Embedding restored =
          Embedding.restored(embedding.model(), embedding.values(), embedding.rawLength());
      assertEquals(embedding, restored);
      assertEquals(embedding.rawLength(), restored.rawLength());
    }
    for (float wrong : new float[] {0, 1.1f, Float.NaN, Float.POSITIVE_INFINITY}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> Embedding.restored("m", new float[] {wrong, 0}, 1),
          () -> "" + wrong);
    }
    assertThrows(
        IllegalArgumentException.class, () -> Embedding.restored("m", new float[] {1, 0}, -1));
  }

  @Test
  void similarity_is_the_cosine() {
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      float[] one = random(random);
      float[] other = random(random);
      double dot = 0;
      double first = 0;
      double second = 0;
      for (int i = 0; i < one.length; i++) {
        dot += (double) one[i] * other[i];
        first += (double) one[i] * one[i];
        second += (double) other[i] * other[i];
      }
      assertEquals(
          dot / Math.sqrt(first * second),
          Embedding.of("m", one).similarity(Embedding.of("m", other)),
          1e-6);
    }
  }

  @Test
  void is_not_changed_from_outside() {
    float[] raw = {3, 4};
    Embedding embedding = Embedding.of("m", raw);
    raw[0] = 100;
    embedding.values()[0] = 100;
    assertEquals(0.6f, embedding.value(0), 1e-7f);
    float[] target = {9, 9, 9, 9};
    embedding.copyTo(target, 1);
    assertArrayEquals(new float[] {9, 0.6f, 0.8f, 9}, target, 1e-7f);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void values_that_are_not_finite_are_refused_by_place(float value) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Embedding.of("m", 1, value))
            .getMessage();
    assertTrue(message.contains("value 1") && message.contains("" + value), message);
  }

  @Test
  void vectors_without_direction_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> Embedding.of("m"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> Embedding.of("m", 0, 0, 0)).getMessage();
    assertTrue(message.contains("3 values"), message);
  }

  @Test
  void the_largest_and_the_smallest_numbers_do_no_harm() {
    for (float value : new float[] {Float.MAX_VALUE, Float.MIN_VALUE}) {
      Embedding embedding = Embedding.of("m", value, value);
      assertEquals(1, embedding.similarity(embedding), 1e-6);
    }
  }

  @Test
  void another_model_or_size_is_refused_by_name() {
    Embedding one = Embedding.of("ArcFace", 1, 0);
    assertRefused(one, Embedding.of("SFace", 1, 0), "SFace[2]");
    assertRefused(one, Embedding.of("ArcFace", 1, 0, 0), "ArcFace[3]");
  }

  private static void assertRefused(Embedding one, Embedding other, String name) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> one.similarity(other)).getMessage();
    assertTrue(message.contains("ArcFace[2]") && message.contains(name), message);
  }

  @Test
  void equality_is_by_model_and_values_and_text_holds_no_values() {
    Embedding one = Embedding.of("m", 3, 4);
    assertEquals(one, Embedding.of("m", 6, 8));
    assertEquals(one.hashCode(), Embedding.of("m", 6, 8).hashCode());
    assertNotEquals(one, Embedding.of("n", 3, 4));
    assertNotEquals(one, Embedding.of("m", 4, 3));
    assertEquals("m[2]", one.toString());
  }

  private static float[] random(Random random) {
    float[] vector = new float[512];
    for (int i = 0; i < vector.length; i++) vector[i] = (float) random.nextGaussian();
    return vector;
  }
}
