package dev.facecore.internal.onnx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the training code turned pixels into numbers: {@code (value - mean) * scale}, channel by
 * channel. A wrong recipe still runs; only accuracy collapses, so every recipe comes from the
 * model's catalogue entry.
 *
 * @param order of the network's input channels
 * @param mean0 subtracted from the network's channel 0; mean1 and mean2 likewise
 * @param scale multiplied afterwards
 */
public record PixelRecipe(Order order, float mean0, float mean1, float mean2, float scale) {
  private static final Pattern FORM =
      Pattern.compile(
          "(BGR|RGB) N N N / N".replace(" ", "\\s+").replace("N", "([0-9]+(?:\\.[0-9]+)?)"));

  /** The order of the channels that a network takes; pictures here are always blue, green, red. */
  public enum Order {
    BGR,
    RGB
  }

  /** The position in a BGR picture of the network's channel 0, 1 or 2. */
  public int sourceChannel(int channel) {
    return order == Order.BGR ? channel : 2 - channel;
  }

  /** What is subtracted from the network's channel 0, 1 or 2. */
  public float mean(int channel) {
    return switch (channel) {
      case 0 -> mean0;
      case 1 -> mean1;
      case 2 -> mean2;
      default -> throw new IllegalArgumentException("channel must be 0 to 2, got " + channel);
    };
  }

  /**
   * Reads the catalogue's form: {@code BGR 104 117 123 / 1}, that is the order, three means and the
   * divisor.
   *
   * @throws IllegalArgumentException if the text is not of that form
   */
  public static PixelRecipe parse(String text) {
    Matcher found = FORM.matcher(text);
    if (!found.matches() || Float.parseFloat(found.group(5)) == 0) {
      throw new IllegalArgumentException(
          "expected a recipe like 'BGR 104 117 123 / 1', got '" + text + "'");
    }
    return new PixelRecipe(
        Order.valueOf(found.group(1)),
        Float.parseFloat(found.group(2)),
        Float.parseFloat(found.group(3)),
        Float.parseFloat(found.group(4)),
        1 / Float.parseFloat(found.group(5)));
  }
}
