package dev.facecore;

import java.util.List;

/** What {@link FreshJvmIT} runs in a Java of its own. */
final class FreshJvm {
  private FreshJvm() {}

  public static void main(String[] parts) {
    for (String part : parts) {
      switch (part) {
        case "warm-up" -> warmUp();
        case "own-picture" -> ownPicture();
        case "photograph" -> photograph();
        case "refused" -> refused();
        default -> throw new IllegalArgumentException(part);
      }
    }
    System.out.print("done");
  }

  // Twice, because a class whose initialiser failed throws something else the second time.
  private static void refused() {
    for (int i = 0; i < 2; i++) {
      try {
        warmUp();
      } catch (PlatformException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private static void warmUp() {
    try (FaceExtractor extractor = FaceExtractor.create()) {
      extractor.warmUp();
    }
  }

  private static void photograph() {
    try (FaceExtractor extractor = FaceExtractor.create()) {
      Extraction result = extractor.extract(List.of(SamplePhotos.source("obama.jpg")));
      if (result.people().size() != 1) throw new AssertionError(result.people());
    }
  }

  private static void ownPicture() {
    Headshot.of(BytePicture.noise(100, 100, 1), OwnDetector.POINTS);
  }
}
