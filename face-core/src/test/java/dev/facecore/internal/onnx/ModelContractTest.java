package dev.facecore.internal.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.internal.onnx.ModelContract.Port;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelContractTest {
  @Test
  void a_port_reads_what_it_writes() {
    Port port = Port.parse("input.1[1,3,?,112]");
    assertEquals(new Port("input.1", List.of(1L, 3L, -1L, 112L)), port);
    assertEquals("input.1[1,3,?,112]", port.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "input",
        "[1]",
        "input[]",
        "input[1,]",
        "input[a]",
        "input[1",
        "input[1]x",
        "in put[1]",
        "input[-1]",
        "input[1,3][2]",
        "input[9999999999999999999]"
      })
  void a_malformed_port_is_refused_with_the_form(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Port.parse(text)).getMessage();
    assertTrue(message.contains("'input[1,3,?,?]'"), message);
    assertTrue(message.contains("'" + text + "'"), message);
  }
}
