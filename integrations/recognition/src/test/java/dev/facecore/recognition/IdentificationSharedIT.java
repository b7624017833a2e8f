package dev.facecore.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Deadline;
import dev.facecore.Embedding;
import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageAnalysis;
import dev.facecore.ImageSource;
import dev.facecore.gallery.AcceptanceRule;
import dev.facecore.gallery.Gallery;
import dev.facecore.gallery.IdentificationThreshold;
import dev.facecore.gallery.Match;
import dev.facecore.gallery.lucene.LuceneGallery;
import dev.facecore.stage.ThresholdTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Open-set identification on LFW: of people with two pictures the first is enrolled and the second
 * asked for, people with one picture are the strangers.
 */
class IdentificationSharedIT {
  private static final int ENROLLED = 200;
  private static final int STRANGERS = 400;
  private static final double RATE = 0.01;

  @TempDir private Path scratch;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void strangers_stay_unknown_at_the_rate_that_was_asked_for() throws IOException {
    List<Path> enrolled = new ArrayList<>();
    List<Path> seenAgain = new ArrayList<>();
    List<Path> strangers = new ArrayList<>();
    for (List<Path> pictures : people()) {
      if (pictures.size() > 1 && enrolled.size() < ENROLLED) {
        enrolled.add(pictures.get(0));
        seenAgain.add(pictures.get(1));
      } else if (pictures.size() == 1 && strangers.size() < STRANGERS) {
        strangers.add(pictures.get(0));
      }
    }
    assertEquals(ENROLLED, enrolled.size());
    assertEquals(STRANGERS, strangers.size());

    int recognised = 0;
    int confused = 0;
    int taken = 0;
    IdentificationThreshold threshold;
    try (FaceExtractor extractor = FaceExtractor.create()) {
      List<Embedding> known = embeddings(extractor, enrolled);
      List<Embedding> again = embeddings(extractor, seenAgain);
      List<Embedding> unknown = embeddings(extractor, strangers);
      threshold = threshold(extractor.thresholds());
      try (Gallery gallery = LuceneGallery.open(scratch, known.get(0).model())) {
        for (int i = 0; i < ENROLLED; i++) gallery.enrol("" + i, List.of(known.get(i)));
        for (int i = 0; i < ENROLLED; i++) {
          Match nearest = gallery.nearest(again.get(i)).orElseThrow();
          if (nearest.similarity() < threshold.similarity()) continue;
          if (nearest.person().equals("" + i)) recognised++;
          else confused++;
        }
        for (Embedding stranger : unknown) {
          if (gallery.nearest(stranger).orElseThrow().similarity() >= threshold.similarity()) {
            taken++;
          }
        }
      }
    }
    System.out.printf(
        "similarity %.3f among %d faces: %d of %d recognised, %d confused; %d of %d strangers"
            + " taken for someone%n",
        threshold.similarity(), ENROLLED, recognised, ENROLLED, confused, taken, STRANGERS);
    assertTrue(recognised >= 0.92 * ENROLLED, recognised + " recognised");
    assertTrue(confused <= 0.01 * ENROLLED, confused + " confused");
    assertTrue(taken <= 2 * RATE * STRANGERS, taken + " strangers taken for someone");
  }

  private static IdentificationThreshold threshold(ThresholdTable table) {
    return AcceptanceRule.falsePositiveRate(RATE).threshold(ENROLLED, table);
  }

  /** The pictures of each person, people and pictures by name. */
  private static List<List<Path>> people() throws IOException {
    String shared = System.getProperty("shared");
    Assumptions.assumeTrue(shared != null, "-Dshared=FOLDER is not set");
    List<List<Path>> people = new ArrayList<>();
    for (Path person : sorted(Path.of(shared, "faces", "lfw", "images"))) {
      people.add(sorted(person));
    }
    return people;
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** The face in the middle of each picture, which is whom LFW means. */
  private static List<Embedding> embeddings(FaceExtractor extractor, List<Path> pictures) {
    List<Embedding> faces = new ArrayList<>();
    extractor.analyze(
        pictures.stream().map(ImageSource::file).toList(),
        ExtractionOptions.DEFAULTS,
        Deadline.unlimited(),
        picture -> faces.add(central(picture).embedding()));
    return faces;
  }

  private static Face central(ImageAnalysis picture) {
    return picture.faces().stream()
        .min(
            Comparator.comparingDouble(
                face ->
                    Math.hypot(
                        face.box().x() + face.box().width() / 2 - picture.width() / 2.0,
                        face.box().y() + face.box().height() / 2 - picture.height() / 2.0)))
        .orElseThrow(() -> new AssertionError("no face in " + picture.source()));
  }
}
