package dev.facecore.internal.onnx;

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
    String[] words = text.trim().split("\\s+");
    if (words.length != 6 || !words[4].equals("/")) {
      throw new IllegalArgumentException(
          "recipe must read like 'BGR 104 117 123 / 1', got '" + text + "'");
    }
    return new PixelRecipe(
        Order.valueOf(words[0]),
        Float.parseFloat(words[1]),
        Float.parseFloat(words[2]),
        Float.parseFloat(words[3]),
        1 / Float.parseFloat(words[5]));
  }
}
