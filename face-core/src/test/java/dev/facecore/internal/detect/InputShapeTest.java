package dev.facecore.internal.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.facecore.internal.onnx.ModelContract;
import dev.facecore.internal.onnx.ModelContract.Port;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputShapeTest {
  @Test
  void a_network_of_one_size_gets_what_fits_and_no_larger() {
    InputShape shape = shape("input[1,3,240,320]");
    assertEquals(0.5, shape.shrink(640, 480, 640));
    assertEquals(0.375, shape.shrink(480, 640, 640));
    assertEquals(0.25, shape.shrink(640, 480, 160));
    assertEquals(1, shape.shrink(100, 100, 640));
    assertEquals(320, shape.paddedWidth(100));
    assertEquals(240, shape.paddedHeight(100));
  }

  @Test
  void any_other_gets_whole_strides() {
    InputShape shape = shape("input[1,3,?,?]");
    assertEquals(InputShape.multipleOf(32), shape);
    assertEquals(0.5, shape.shrink(1280, 100, 640));
    assertEquals(1, shape.shrink(640, 100, 640));
    assertEquals(640, shape.paddedWidth(640));
    assertEquals(672, shape.paddedWidth(641));
    assertEquals(32, shape.paddedHeight(1));
  }

  private static InputShape shape(String input) {
    return InputShape.of(new ModelContract(Port.parse(input), List.of()), 32);
  }
}
