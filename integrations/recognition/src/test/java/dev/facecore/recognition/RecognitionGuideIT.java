package dev.facecore.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.gallery.AcceptanceRule;
import dev.facecore.gallery.GalleryException;
import dev.facecore.model.FaceModels;
import dev.facecore.stage.FaceEmbedder;
import dev.facecore.stage.ThresholdTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The thresholds that the documentation shows are those of the embedded model. */
class RecognitionGuideIT {
  private static final Path GUIDE = Path.of("../../docs/recognition.md");
  private static ThresholdTable measured;

  @BeforeAll
  static void load() {
    try (FaceEmbedder embedder = FaceModels.bundled().embedder("ArcFace")) {
      measured = embedder.thresholds();
    }
  }

  @Test
  void table_by_size_is_what_the_rule_gives() throws IOException {
    List<String> lines = Files.readAllLines(GUIDE);
    List<String> sizes = cells(lines, "| enrolled faces |");
    int checked = 0;
    for (String rate : List.of("0.01", "0.001")) {
      List<String> similarities = cells(lines, "| cosine ≥, for a rate of " + rate + " ");
      AcceptanceRule rule = AcceptanceRule.falsePositiveRate(Double.parseDouble(rate));
      for (int i = 0; i < sizes.size(); i++) {
        int faces = Integer.parseInt(sizes.get(i).replace(",", ""));
        if (similarities.get(i).equals("-")) {
          assertThrows(GalleryException.class, () -> rule.threshold(faces, measured));
        } else {
          double expected = Double.parseDouble(similarities.get(i));
          assertEquals(expected, rule.threshold(faces, measured).similarity(), 5e-4);
        }
        checked++;
      }
    }
    assertEquals(12, checked);
  }

  @Test
  void the_largest_galleries_are_as_the_guide_says() throws IOException {
    String guide = Files.readString(GUIDE);
    assertTrue(guide.contains("enough for 571 faces at a rate of 0.001 and 5,714 at 0.01"));
    assertLargest(571, 0.001);
    assertLargest(5_714, 0.01);
  }

  @Test
  void program_of_the_guide_is_compiled() throws IOException {
    String source =
        Files.readString(Path.of("src/main/java/dev/facecore/recognition/example/SeenAgain.java"));
    String guide = Files.readString(GUIDE);
    int start = guide.indexOf("```java\n") + "```java\n".length();
    assertEquals(
        source.substring(source.indexOf("public final class")),
        guide.substring(start, guide.indexOf("```", start)));
  }

  private static void assertLargest(int faces, double rate) {
    AcceptanceRule rule = AcceptanceRule.falsePositiveRate(rate);
    assertTrue(rule.threshold(faces, measured).falsePositiveRate().getAsDouble() <= rate);
    assertThrows(GalleryException.class, () -> rule.threshold(faces + 1, measured));
  }

  private static List<String> cells(List<String> lines, String start) {
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .flatMap(line -> Arrays.stream(line.split("\\|")).skip(2))
        .map(String::trim)
        .toList();
  }
}
