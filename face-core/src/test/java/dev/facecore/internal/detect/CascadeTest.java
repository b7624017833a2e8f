package dev.facecore.internal.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ModelException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CascadeTest {
  @Test
  void confidence_ascends_with_the_vote_from_one_half_to_one() {
    float before = CascadeFinder.confidence(-1000);
    assertEquals(0.5, before, 1e-6);
    int checked = 0;
    for (double weight = -5; weight < 12; weight += 0.25, checked++) {
      float confidence = CascadeFinder.confidence(weight);
      assertTrue(confidence > before, weight + ": " + confidence);
      before = confidence;
    }
    assertEquals(68, checked);
    assertEquals(1, CascadeFinder.confidence(1000), 1e-6);
  }

  @Test
  void a_file_that_is_no_cascade_is_named() {
    for (String xml : new String[] {"", "no xml", "<opencv_storage></opencv_storage>"}) {
      byte[] content = xml.getBytes(StandardCharsets.UTF_8);
      String message =
          assertThrows(ModelException.class, () -> Cascade.read("eyes.xml", content)).getMessage();
      assertTrue(message.contains("eyes.xml"), message);
    }
  }
}
