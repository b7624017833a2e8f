package dev.facecore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Encoded pictures for tests that need no face in them. */
final class TestImages {
  private static final byte[] SMALL = BytePicture.noise(100, 100, 1).png();

  private TestImages() {}

  /** A picture of 100×100 pixels of noise. */
  static ImageSource small(String name) {
    return ImageSource.bytes(name, SMALL);
  }

  static List<ImageSource> small(int count) {
    List<ImageSource> images = new ArrayList<>();
    for (int i = 0; i < count; i++) images.add(small("small " + i));
    return images;
  }

  static ImageSource noPicture() {
    return ImageSource.bytes("text", "this is no picture".getBytes(StandardCharsets.UTF_8));
  }
}
