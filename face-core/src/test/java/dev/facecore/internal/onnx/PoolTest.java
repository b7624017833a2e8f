package dev.facecore.internal.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PoolTest {
  private final AtomicInteger made = new AtomicInteger();
  private final Pool<Integer> pool = new Pool<>(made::incrementAndGet);

  @Test
  void never_lends_one_object_twice_at_once_and_lends_it_again_afterwards() {
    for (int round = 0; round < 3; round++) {
      int sum =
          pool.with(
              one ->
                  pool.with(
                      other -> {
                        assertNotSame(one, other);
                        return one + other;
                      }));
      assertEquals(1 + 2, sum);
    }
    assertEquals(2, made.get());
  }

  @Test
  void takes_back_after_a_failure() {
    assertThrows(
        IllegalStateException.class,
        () ->
            pool.with(
                failing -> {
                  throw new IllegalStateException("mine");
                }));
    int lent = pool.with(again -> again);
    assertEquals(1, lent);
    assertEquals(1, made.get());
  }
}
