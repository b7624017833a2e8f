package dev.facecore.internal.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import dev.facecore.Deadline;
import dev.facecore.internal.onnx.ModelContract.Port;
import dev.facecore.model.Accelerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ordinary session is the obvious twin. */
class WideSessionIT {
  private static final int RUNS = 24;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "retinaface-mobilenet025; input[?,3,?,?]; conf[?,?,2]; 480; 640",
        "retinaface-mobilenet025; input[?,3,?,?]; loc[?,?,4]; 96; 384",
        "retinaface-mobilenet025; input[?,3,?,?]; conf[?,?,2]; 160; 160",
        "arcface-mobilefacenet-512; input[1,3,112,112]; output[1,512]; 112; 112"
      })
  void several_cores_compute_the_same_numbers_to_the_last_bit(
      String name, String input, String output, int height, int width) throws IOException {
    byte[] weights = Networks.read(name);
    AtomicInteger opened = new AtomicInteger();
    ModelContract contract = new ModelContract(Port.parse(input), List.of(Port.parse(output)));
    long[] shape = {1, 3, height, width};
    int compared = 0;
    try (OnnxModel model =
        OnnxModel.open(
            name,
            () -> {
              opened.incrementAndGet();
              return weights;
            },
            contract,
            Accelerator.CPU)) {
      for (int run = 0; run < RUNS; run++) {
        FloatBuffer noise = noise(3 * height * width, run);
        int cores = 2 + run % 3;
        float[] expected = model.run(noise, shape, Deadline.unlimited())[0];
        float[] actual =
            IdleCores.lend(() -> cores, () -> model.run(noise, shape, Deadline.unlimited())[0]);
        assertArrayEquals(expected, actual, "run " + run);
        compared += expected.length > 100 ? 1 : 0;
      }
    }
    assertEquals(RUNS, compared);
    assertEquals(2, opened.get(), "the second session was used");
  }

  @Test
  void it_is_opened_when_enough_runs_could_use_it_and_not_for_one_core() throws OrtException {
    AtomicInteger asked = new AtomicInteger();
    try (WideSession wide =
        new WideSession(
            threads -> {
              asked.set(threads);
              throw new OrtException("no threads left");
            })) {
      for (int run = 0; run < 100; run++) assertTrue(wide.forRunOn(1).isEmpty());
      for (int run = 0; run < 15; run++) assertTrue(wide.forRunOn(8).isEmpty());
      assertEquals(0, asked.get());
      assertTrue(wide.forRunOn(8).isEmpty(), "runs go on without it");
      assertEquals(4, asked.get());
    }
  }

  private static FloatBuffer noise(int length, long seed) {
    Random random = new Random(seed);
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(length * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    for (int i = 0; i < length; i++) buffer.put(i, random.nextInt(256) / 128f - 1);
    return buffer;
  }
}
