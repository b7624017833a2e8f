package dev.facecore.examples.corrections;

import dev.facecore.Box;
import java.util.Locale;

/**
 * Names a face by where it is.
 *
 * @param image the path as in {@code faces.jsonl}
 * @param box in pixels of the image as displayed
 */
public record FacePlace(String image, Box box) {
  /** Two boxes of one image that overlap by at least this (IoU) show one face. */
  static final double SAME_FACE = 0.5;

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s [%.0f, %.0f, %.0f, %.0f]",
        image,
        box.x(),
        box.y(),
        box.width(),
        box.height());
  }
}
