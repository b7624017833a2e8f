package dev.facecore.internal.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plain network is the slow twin. */
class PreluRewriteIT {
  @ParameterizedTest
  @CsvSource({
    "arcface-mobilefacenet-512, 33, 0, 1 3 112 112",
    "mtcnn-pnet, 3, 0, 1 40 60 3",
    "mtcnn-rnet, 3, 1, 5 24 24 3",
    "mtcnn-onet, 4, 1, 5 48 48 3"
  })
  void the_same_numbers_come_out(String name, int rewritten, int left, String sizes)
      throws IOException, OrtException {
    byte[] plain = Networks.read(name);
    byte[] fast = PreluRewrite.of(plain);
    assertEquals(rewritten + left, operations(plain, "PRelu"));
    assertEquals(left, operations(fast, "PRelu"));
    assertEquals(rewritten, operations(fast, "Relu") - operations(plain, "Relu"));

    long[] shape = Arrays.stream(sizes.split(" ")).mapToLong(Long::parseLong).toArray();
    List<float[]> expected = Networks.run(plain, shape);
    List<float[]> actual = Networks.run(fast, shape);
    assertEquals(expected.size(), actual.size());
    assertTrue(expected.size() > 0);
    for (int i = 0; i < expected.size(); i++) {
      assertTrue(expected.get(i).length > 1);
      // Of every layer below, to the rounding of its numbers: 2^-24 of them, and they are near 1.
      assertArrayEquals(expected.get(i), actual.get(i), 2e-6f, "output " + i);
    }
  }

  @Test
  void what_has_no_prelu_or_is_no_network_stays_as_it_is() throws IOException {
    byte[] without = Networks.read("retinaface-mobilenet025");
    assertSame(without, PreluRewrite.of(without));
    byte[] whole = Networks.read("arcface-mobilefacenet-512");
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertSame(half, PreluRewrite.of(half));
    byte[] noise = new byte[1000];
    for (int seed = 0; seed < 1000; seed++) {
      new Random(seed).nextBytes(noise);
      assertSame(noise, PreluRewrite.of(noise));
    }
  }

  private static long operations(byte[] model, String operation) {
    return WireField.of(ByteBuffer.wrap(model)).stream()
        .filter(field -> field.number() == 7)
        .flatMap(graph -> WireField.of(graph.content()).stream())
        .filter(field -> field.number() == 1)
        .filter(node -> GraphNode.of(node).operation().equals(operation))
        .count();
  }
}
