package dev.facecore.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.TooManyFacesException;
import org.junit.jupiter.api.Test;

class FaceCountTest {
  @Test
  void what_goes_beyond_the_limit_is_refused_and_so_is_all_after_it() {
    FaceCount count = new FaceCount(10);
    count.add(4);
    count.add(6);
    count = new FaceCount(10);
    count.add(10);
    FaceCount full = count;
    TooManyFacesException refusal = assertThrows(TooManyFacesException.class, () -> full.add(1));
    assertTrue(refusal.getMessage().contains("more than 10 faces"), refusal.getMessage());
    assertThrows(TooManyFacesException.class, () -> full.add(0));
  }

  @Test
  void without_a_limit_a_long_batch_goes_on() {
    FaceCount count = new FaceCount(Integer.MAX_VALUE);
    for (int i = 0; i < 3; i++) assertDoesNotThrow(() -> count.add(Integer.MAX_VALUE));
  }
}
