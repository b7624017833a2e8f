package dev.facecore.internal.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The plain network is the slow twin. */
class VanishingWeightsIT {
  private static final long[] SHAPE = {1, 3, 112, 112};

  @Test
  void the_embedding_is_the_same_to_the_last_bit() throws IOException, OrtException {
    byte[] plain = Networks.read("arcface-mobilefacenet-512");
    byte[] zeroed = VanishingWeights.zeroed(plain);
    assertEquals(plain.length, zeroed.length);

    List<float[]> expected = Networks.run(plain, SHAPE);
    List<float[]> actual = Networks.run(zeroed, SHAPE);
    assertEquals(1, expected.size());
    assertEquals(512, expected.get(0).length);
    assertArrayEquals(expected.get(0), actual.get(0));
  }

  @Test
  void no_subnormal_weight_is_left() throws IOException {
    byte[] plain = Networks.read("arcface-mobilefacenet-512");
    assertTrue(subnormal(plain) > 8000, "the published file has them: " + subnormal(plain));
    assertEquals(0, subnormal(VanishingWeights.zeroed(plain)));
  }

  @Test
  void the_given_bytes_stay_and_what_is_not_a_network_is_kept() throws IOException {
    byte[] plain = Networks.read("arcface-mobilefacenet-512");
    byte[] before = plain.clone();
    VanishingWeights.zeroed(plain);
    assertArrayEquals(before, plain);

    byte[] noise = new byte[1000];
    new Random(1).nextBytes(noise);
    assertSame(noise, VanishingWeights.zeroed(noise));
  }

  private static long subnormal(byte[] model) {
    long count = 0;
    for (WireField graph : WireField.of(ByteBuffer.wrap(model))) {
      if (graph.number() != 7) continue;
      for (WireField field : WireField.of(graph.content())) {
        if (field.number() != 5) continue;
        GraphTensor tensor = GraphTensor.of(field);
        if (tensor.type() != GraphTensor.FLOAT) continue;
        for (float weight : tensor.floats()) {
          if (weight != 0 && Math.abs(weight) < Float.MIN_NORMAL) count++;
        }
      }
    }
    return count;
  }
}
