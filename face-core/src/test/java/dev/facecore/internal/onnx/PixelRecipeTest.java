package dev.facecore.internal.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelRecipeTest {
  @Test
  void reads_the_catalogues_form() {
    PixelRecipe recipe = PixelRecipe.parse("RGB 104 117.5  123 / 128");
    assertEquals(new PixelRecipe(PixelRecipe.Order.RGB, 104, 117.5f, 123, 1 / 128f), recipe);
    assertEquals(2, recipe.sourceChannel(0));
    assertEquals(117.5f, recipe.mean(1));
    assertThrows(IllegalArgumentException.class, () -> recipe.mean(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "BGR",
        "GBR 1 2 3 / 4",
        "BGR 1 2 / 3",
        "BGR 1 2 3 4",
        "BGR 1 2 3 / 0",
        "BGR 1 2 3 / 0.0",
        "BGR 1 2 3 / NaN",
        "BGR a b c / 1",
        "BGR 1 2 3 / -1"
      })
  void refuses_others_and_shows_the_form(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> PixelRecipe.parse(text)).getMessage();
    assertTrue(message.contains("'BGR 104 117 123 / 1'"), message);
    assertTrue(message.contains("'" + text + "'"), message);
  }
}
