package dev.facecore.internal.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.InferenceException;
import dev.facecore.ModelException;
import dev.facecore.internal.onnx.ModelContract.Port;
import dev.facecore.model.Accelerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OnnxModelIT {
  private static final ModelContract CONTRACT =
      new ModelContract(
          Port.parse("input[?,3,?,?]"),
          List.of(Port.parse("conf[?,?,2]"), Port.parse("loc[?,?,4]")));
  private static final int SIDE = 64;
  private static final int PRIORS = 168;
  private static final long[] SHAPE = {1, 3, SIDE, SIDE};
  private static byte[] weights;

  @BeforeAll
  static void read() throws IOException {
    String file = "/dev/facecore/models/retinaface-mobilenet025.onnx";
    try (InputStream stream = OnnxModelIT.class.getResourceAsStream(file)) {
      weights = stream.readAllBytes();
    }
  }

  @Test
  void returns_the_outputs_in_the_contracts_order() {
    try (OnnxModel model = open()) {
      float[][] outputs = model.run(noise(1), SHAPE, Deadline.unlimited());
      assertEquals(2, outputs.length);
      assertEquals(2 * PRIORS, outputs[0].length);
      assertEquals(4 * PRIORS, outputs[1].length);
      for (int i = 0; i < PRIORS; i++) {
        assertEquals(1, outputs[0][2 * i] + outputs[0][2 * i + 1], 1e-5, "probabilities " + i);
      }
    }
  }

  @Test
  void runs_side_by_side_give_what_they_give_alone() {
    try (OnnxModel model = open()) {
      List<float[]> alone = new ArrayList<>();
      List<CompletableFuture<float[]>> together = new ArrayList<>();
      for (int i = 0; i < 16; i++) alone.add(model.run(noise(i), SHAPE, Deadline.unlimited())[1]);
      for (int i = 0; i < 16; i++) {
        FloatBuffer input = noise(i);
        together.add(
            CompletableFuture.supplyAsync(() -> model.run(input, SHAPE, Deadline.unlimited())[1]));
      }
      for (int i = 0; i < 16; i++) assertArrayEquals(alone.get(i), together.get(i).join());
    }
  }

  @Test
  void closing_waits_for_runs_and_later_runs_are_refused() throws Exception {
    AtomicInteger results = new AtomicInteger();
    for (int round = 0; round < 20; round++) {
      OnnxModel model = open();
      CountDownLatch begun = new CountDownLatch(4);
      List<CompletableFuture<Void>> callers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        FloatBuffer input = noise(i);
        callers.add(
            CompletableFuture.runAsync(
                () -> {
                  while (true) {
                    model.run(input, SHAPE, Deadline.unlimited());
                    results.incrementAndGet();
                    begun.countDown();
                  }
                },
                task -> new Thread(task).start()));
      }
      begun.await();
      model.close();
      for (CompletableFuture<Void> caller : callers) {
        Throwable end = caller.handle((nothing, failure) -> failure).get().getCause();
        assertEquals(IllegalStateException.class, end.getClass(), end::toString);
      }
    }
    assertTrue(results.get() >= 80, results + " runs");
  }

  @Test
  void closing_twice_is_safe() {
    OnnxModel model = open();
    model.close();
    model.close();
    String message =
        assertThrows(
                IllegalStateException.class, () -> model.run(noise(1), SHAPE, Deadline.unlimited()))
            .getMessage();
    assertTrue(message.contains("finder"), message);
  }

  @Test
  void a_deadline_that_is_over_stops_a_run() {
    Deadline over = Deadline.unlimited();
    over.cancel();
    try (OnnxModel model = open()) {
      assertThrows(DeadlineException.class, () -> model.run(noise(1), SHAPE, over));
    }
  }

  @Test
  void a_running_network_is_stopped() {
    int side = 1536;
    long[] shape = {1, 3, side, side};
    FloatBuffer grey = direct(3 * side * side);
    try (OnnxModel model = open()) {
      long start = System.nanoTime();
      model.run(grey, shape, Deadline.unlimited());
      Duration whole = Duration.ofNanos(System.nanoTime() - start);
      // A run that goes through returns its outputs, however late.
      Deadline quarter = Deadline.after(whole.dividedBy(4));
      assertThrows(DeadlineException.class, () -> model.run(grey, shape, quarter));
      assertEquals(2, model.run(noise(1), SHAPE, Deadline.unlimited()).length);
    }
  }

  @Test
  void an_input_of_another_shape_fails_with_a_plain_message() {
    try (OnnxModel model = open()) {
      long[] wrong = {3, 1, SIDE, SIDE};
      String message =
          assertThrows(
                  InferenceException.class, () -> model.run(noise(1), wrong, Deadline.unlimited()))
              .getMessage();
      assertTrue(message.contains("finder"), message);
      assertFalse(message.contains("ORT_") || message.contains("/"), message);
    }
  }

  @Test
  void a_contract_that_does_not_hold_is_named() {
    assertWrong("image[?,3,?,?]", "loc[?,?,4]", "has no input image[?,3,?,?] but [input]");
    assertWrong("input[?,1,?,?]", "loc[?,?,4]", "has another input than input[?,1,?,?]");
    assertWrong("input[?,3,?]", "loc[?,?,4]", "has another input than input[?,3,?]");
    assertWrong("input[?,3,?,?]", "loc[?,?,5]", "has another output than loc[?,?,5]");
    assertWrong("input[?,3,?,?]", "boxes[?,?,4]", "has no output boxes[?,?,4]");
  }

  private static void assertWrong(String input, String output, String expected) {
    ModelContract contract = new ModelContract(Port.parse(input), List.of(Port.parse(output)));
    String message =
        assertThrows(
                ModelException.class,
                () -> OnnxModel.open("finder", () -> weights, contract, Accelerator.CPU))
            .getMessage();
    assertTrue(message.contains(expected), message);
    assertTrue(message.contains("finder"), message);
  }

  private static OnnxModel open() {
    return OnnxModel.open("finder", () -> weights, CONTRACT, Accelerator.CPU);
  }

  private static FloatBuffer noise(long seed) {
    Random random = new Random(seed);
    FloatBuffer buffer = direct(3 * SIDE * SIDE);
    for (int i = 0; i < buffer.capacity(); i++) buffer.put(i, random.nextInt(256) - 110);
    return buffer;
  }

  private static FloatBuffer direct(int floats) {
    return ByteBuffer.allocateDirect(floats * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
