package dev.facecore.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.facecore.model.FaceModels;
import dev.facecore.stage.FaceEmbedder;
import dev.facecore.stage.ThresholdTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The threshold tables of the documentation are those of the catalogue. */
class ThresholdGuideIT {
  private static final int RATE_ROW = 2;
  private static final int MISS_ROW = 3;

  @Test
  void tables_show_the_measured_rates() throws IOException {
    ThresholdTable measured;
    try (FaceEmbedder embedder = FaceModels.bundled().embedder("ArcFace")) {
      measured = embedder.thresholds();
    }
    assertEquals(10, check(Path.of("../docs/thresholds.md"), measured));
  }

  private static int check(Path file, ThresholdTable measured) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int checked = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("| cosine ≥ |")) continue;
      List<Double> similarities = numbers(lines.get(i));
      List<Double> rates = numbers(lines.get(i + RATE_ROW));
      List<Double> misses = numbers(lines.get(i + MISS_ROW));
      for (int column = 0; column < similarities.size(); column++) {
        double similarity = similarities.get(column);
        double rate = measured.falseMatchRateAt(similarity).getAsDouble();
        assertEquals(rate, rates.get(column), 0.051 * rate, file + ", " + similarity);
        assertEquals(missed(measured, similarity), misses.get(column), file + ", " + similarity);
        checked++;
      }
    }
    return checked;
  }

  private static double missed(ThresholdTable measured, double similarity) {
    return measured.rows().stream()
        .filter(row -> row.similarity() == similarity)
        .findFirst()
        .orElseThrow()
        .falseNonMatchRate();
  }

  private static List<Double> numbers(String line) {
    return Arrays.stream(line.split("\\|"))
        .skip(2)
        .map(cell -> Double.parseDouble(cell.replace("(default)", "").trim()))
        .toList();
  }
}
