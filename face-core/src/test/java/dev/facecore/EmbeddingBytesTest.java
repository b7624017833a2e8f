package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EmbeddingBytesTest {
  private static Embedding random(int size) {
    Random random = new Random(size);
    float[] raw = new float[size];
    for (int i = 0; i < size; i++) raw[i] = (float) random.nextGaussian();
    return Embedding.of("Modèle", raw);
  }

  @Test
  void bring_back_every_bit() {
    for (int size : new int[] {1, 128, 512}) {
      Embedding embedding = random(size);
      Embedding read = Embedding.fromBytes(embedding.toBytes());
      assertEquals(embedding.model(), read.model());
      assertArrayEquals(embedding.values(), read.values());
      assertEquals(embedding.rawLength(), read.rawLength());
    }
  }

  @Test
  void damaged_ones_are_refused_at_every_length() {
    byte[] whole = random(16).toBytes();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(IllegalArgumentException.class, () -> Embedding.fromBytes(cut), "" + length);
    }
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);
    assertThrows(IllegalArgumentException.class, () -> Embedding.fromBytes(longer));
    byte[] later = whole.clone();
    later[0] = 2;
    String message =
        assertThrows(IllegalArgumentException.class, () -> Embedding.fromBytes(later)).getMessage();
    assertEquals(
        "bytes must be what Embedding.toBytes gave, got version 2; embed the face again", message);
  }
}
