package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.internal.dedup.TestFaces;
import dev.facecore.model.FaceModels;
import dev.facecore.stage.AlignedFace;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceEmbedder;
import dev.facecore.stage.ThresholdTable;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Bad values are refused by name and value. */
class RefusalsTest {
  private static final Point POINT = new Point(1, 2);
  private static final FaceLandmarks POINTS = new FaceLandmarks(POINT, POINT, POINT, POINT, POINT);
  private static final Box BOX = new Box(0, 0, 1, 1);
  private static final Embedding EMBEDDING = Embedding.of("m", 1);
  private static final Headshot HEADSHOT = Headshot.ofJpeg(new byte[] {1});

  @Test
  void options() {
    ExtractionOptions options = ExtractionOptions.DEFAULTS;
    refused("minFaceSize", "0", () -> options.withMinFaceSize(0));
    refused("detectionSize", "63", () -> options.withDetectionSize(OptionalInt.of(63)));
    refused("detectionSize", "4097", () -> options.withDetectionSize(OptionalInt.of(4097)));
    missing("threshold", () -> options.withThreshold(null));
    missing("dedup", () -> options.withDedup(null));
    missing("detectionSize", () -> options.withDetectionSize(null));
    refused("similarity", "1.01", () -> Threshold.similarity(1.01));
    refused("similarity", "-0.1", () -> Threshold.similarity(-0.1));
    refused("similarity", "NaN", () -> Threshold.similarity(Double.NaN));
  }

  @Test
  void options_change_one_at_a_time_and_their_limits_are_allowed() {
    ExtractionOptions changed =
        ExtractionOptions.DEFAULTS
            .withMinFaceSize(1)
            .withDedup(DedupMode.BEST)
            .withSamePhotoDistinct(true)
            .withDetectionSize(OptionalInt.of(64))
            .withDetectionSize(OptionalInt.of(4096));
    assertEquals(1, changed.minFaceSize());
    assertEquals(DedupMode.BEST, changed.dedup());
    assertTrue(changed.samePhotoDistinct());
    assertEquals(OptionalInt.of(4096), changed.detectionSize());
    ThresholdTable table = new ThresholdTable("m", "none", List.of());
    assertEquals(0.4, changed.threshold().similarity(table));
    assertEquals(0, Threshold.similarity(0).similarity(table));
    assertEquals(1, Threshold.similarity(1).similarity(table));
  }

  @Test
  void places() {
    refused("x", "NaN", () -> new Point(Double.NaN, 0));
    refused("y", "Infinity", () -> new Point(0, Double.POSITIVE_INFINITY));
    refused("x", "NaN", () -> new Box(Double.NaN, 0, 1, 1));
    refused("y", "-Infinity", () -> new Box(0, Double.NEGATIVE_INFINITY, 1, 1));
    refused("width", "-1.0", () -> new Box(0, 0, -1, 1));
    refused("height", "NaN", () -> new Box(0, 0, 1, Double.NaN));
    missing("noseTip", () -> new FaceLandmarks(POINT, POINT, null, POINT, POINT));
    missing("rightMouth", () -> new FaceLandmarks(POINT, POINT, POINT, POINT, null));
  }

  @Test
  void findings() {
    refused("confidence", "1.5", () -> new Detection(BOX, POINTS, 1.5));
    refused("confidence", "NaN", () -> new Detection(BOX, POINTS, Double.NaN));
    missing("box", () -> new Detection(null, POINTS, 1));
    missing("landmarks", () -> new Detection(BOX, null, 1));
    refused("imageIndex", "-1", () -> new Face(-1, BOX, POINTS, 1, 1, EMBEDDING, HEADSHOT));
    refused("quality", "1.1", () -> new Face(0, BOX, POINTS, 1, 1.1, EMBEDDING, HEADSHOT));
    missing("embedding", () -> new Face(0, BOX, POINTS, 1, 1, null, HEADSHOT));
    refused("bgr", "5", () -> AlignedFace.ofBgr(new byte[5]));
    missing("jpeg", () -> Headshot.ofJpeg(null));
    Face face = TestFaces.face(0, 1, 0);
    missing("id", () -> new Person(null, face, List.of()));
    refused("sightings", "empty", () -> new Person(UUID.randomUUID(), face, List.of()));
  }

  @Test
  void sources() {
    missing("path", () -> ImageSource.file(null));
    missing("name", () -> ImageSource.bytes(null, new byte[0]));
    missing("encoded", () -> ImageSource.bytes("a", null));
    missing("bgr", () -> ImageSource.pixels("a", 1, 1, null));
    refused("width", "0", () -> ImageSource.pixels("a", 0, 1, new byte[0]));
    missing("image", () -> ImageSource.image("a", null));
    missing("name", () -> ImageSource.of(null, deadline -> new byte[0]));
    missing("loader", () -> ImageSource.blocking("a", null));
    assertEquals("a", ImageSource.bytes("a", new byte[0]).name());
    assertEquals("p.jpg", ImageSource.file(Path.of("p.jpg")).name());
  }

  @Test
  void builder() {
    FaceExtractorBuilder builder = FaceExtractor.builder();
    refused("count", "0", () -> builder.threads(0));
    refused("count", "1025", () -> builder.threads(1025));
    refused("bytes", "0", () -> builder.maxImageBytes(0));
    refused("pixels", "0", () -> builder.maxImagePixels(0));
    refused("pixels", "1073741825", () -> builder.maxImagePixels((1L << 30) + 1));
    missing("name", () -> builder.detector((String) null));
    missing("own", () -> builder.embedder((FaceEmbedder) null));
    missing("models", () -> builder.models(null));
    missing("folder", () -> FaceModels.in(null));
    missing("changed", () -> FaceModels.bundled().accepting(null));
    missing("changed", () -> FaceModels.bundled().on(null));
  }

  private static void refused(String name, String value, Executable work) {
    String message = assertThrows(IllegalArgumentException.class, work, name).getMessage();
    assertTrue(message.startsWith(name + " must"), message);
    assertTrue(message.contains(value), message);
  }

  private static void missing(String name, Executable work) {
    String message = assertThrows(NullPointerException.class, work, name).getMessage();
    assertEquals(name + " must not be null", message);
  }
}
