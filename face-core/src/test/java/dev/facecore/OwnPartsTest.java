package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.model.FaceModels;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.Picture;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The seams, with parts of the user's own and without any model. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OwnPartsTest {
  private final OwnEmbedder embedder = new OwnEmbedder();

  @Test
  void are_asked_named_and_closed_once() {
    OwnDetector detector = OwnDetector.finding(OwnDetector.face(30, 30, 40, 0.75));
    FaceExtractor extractor = extractor(detector);
    assertEquals("own detector", extractor.detector());
    assertEquals("own model", extractor.embedder());
    assertEquals("none", extractor.thresholds().protocol());
    extractor.warmUp();
    ImageAnalysis found = extractor.analyze(TestImages.small("one"));
    assertEquals("one", found.source());
    assertEquals(100, found.width());
    assertEquals(1, found.faces().size());
    Face face = found.faces().get(0);
    assertEquals(new Box(30, 30, 40, 40), face.box());
    assertEquals(OwnDetector.POINTS, face.landmarks());
    assertEquals(0.75, face.confidence());
    assertEquals(0.25, face.quality());
    assertEquals("own model", face.embedding().model());
    assertEquals(3, face.embedding().size());
    extractor.close();
    extractor.close();
    assertEquals(1, detector.closed.get());
    assertEquals(1, embedder.closed.get());
  }

  @Test
  void of_a_name_and_an_own_part_the_last_counts() {
    OwnDetector unused = OwnDetector.finding(OwnDetector.face(30, 30, 40, 0.75));
    OwnDetector used = OwnDetector.finding(OwnDetector.face(30, 30, 40, 0.75));
    FaceExtractorBuilder builder = FaceExtractor.builder().detector("eye").detector(used);
    try (FaceExtractor extractor = builder.embedder("none").embedder(embedder).build()) {
      assertEquals("own detector", extractor.detector());
      assertEquals("own model", extractor.model());
    }
    FaceExtractorBuilder named = FaceExtractor.builder().detector(unused).detector("eye");
    String message = assertThrows(ModelException.class, named::build).getMessage();
    assertTrue(message.contains("'eye'"), message);
    assertEquals(0, unused.closed.get());
  }

  @Test
  void the_settings_can_be_read_back() {
    FaceExtractorBuilder builder =
        FaceExtractor.builder()
            .detector(OwnDetector.finding())
            .embedder(embedder)
            .threads(3)
            .maxImageBytes(1000)
            .maxImagePixels(2000)
            .maxFaces(40);
    try (FaceExtractor extractor = builder.build()) {
      assertEquals(
          "FaceExtractor[own detector, own model, threads=3, maxImageBytes=1000,"
              + " maxImagePixels=2000, maxFaces=40]",
          extractor.toString());
    }
  }

  @Test
  void faces_of_a_lower_confidence_are_dropped_before_they_are_embedded() {
    OwnDetector detector =
        OwnDetector.finding(
            OwnDetector.face(10, 30, 40, 0.75),
            OwnDetector.face(20, 30, 40, 0.9),
            OwnDetector.face(30, 30, 40, 0.5));
    try (FaceExtractor extractor = extractor(detector)) {
      ImageSource image = TestImages.small("a");
      assertEquals(3, extractor.analyze(image).faces().size());
      int embedded = embedder.calls.get();
      List<Face> faces =
          extractor.analyze(image, ExtractionOptions.DEFAULTS.withMinConfidence(0.75)).faces();
      assertEquals(List.of(0.75, 0.9), faces.stream().map(Face::confidence).toList());
      assertEquals(2, embedder.calls.get() - embedded);
    }
  }

  @Test
  void a_viewer_sees_each_picture_that_could_be_read_while_it_is_open() {
    Map<Integer, String> seen = new ConcurrentHashMap<>();
    FaceExtractorBuilder builder =
        FaceExtractor.builder()
            .detector(OwnDetector.finding(OwnDetector.face(30, 30, 40, 0.75)))
            .embedder(embedder)
            .threads(2)
            .onPicture(
                (picture, found) ->
                    seen.put(found.index(), picture.bgr().length + " " + found.faces().size()));
    try (FaceExtractor extractor = builder.build()) {
      List<ImageSource> images =
          List.of(TestImages.small("a"), TestImages.noPicture(), TestImages.small("b"));
      assertEquals(1, extractor.extract(images).failures().size());
      assertEquals(Map.of(0, "30000 1", 2, "30000 1"), seen);
    }
  }

  @Test
  void what_a_viewer_throws_reaches_the_caller() {
    RuntimeException failure = new UnsupportedOperationException("mine");
    FaceExtractorBuilder builder =
        FaceExtractor.builder()
            .detector(OwnDetector.finding())
            .embedder(embedder)
            .onPicture(
                (picture, found) -> {
                  throw failure;
                });
    try (FaceExtractor extractor = builder.build()) {
      assertSame(
          failure,
          assertThrows(
              UnsupportedOperationException.class, () -> extractor.extract(TestImages.small(3))));
    }
  }

  @Test
  void faces_come_from_left_to_right_whatever_the_detectors_order() {
    OwnDetector detector =
        OwnDetector.finding(
            OwnDetector.face(50, 10, 30, 0.9),
            OwnDetector.face(10, 60, 30, 0.8),
            OwnDetector.face(10, 20, 30, 0.6),
            OwnDetector.face(10, 20, 30, 0.7),
            OwnDetector.face(0, 0, 19, 0.99));
    try (FaceExtractor extractor = extractor(detector)) {
      List<Face> faces = extractor.analyze(TestImages.small("one")).faces();
      assertEquals(List.of(0.7, 0.6, 0.8, 0.9), faces.stream().map(Face::confidence).toList());
    }
  }

  @Test
  void a_failure_of_the_detector_reaches_the_caller_and_leaves_the_extractor_usable() {
    RuntimeException failure = new UnsupportedOperationException("mine");
    OwnDetector detector =
        new OwnDetector(
            (picture, deadline) -> {
              if (picture.width() == 7) throw failure;
              return List.of();
            });
    ImageSource bad = ImageSource.bytes("bad", BytePicture.noise(7, 7, 1).png());
    try (FaceExtractor extractor = extractor(detector)) {
      List<ImageSource> images =
          List.of(TestImages.small("a"), bad, TestImages.small("b"), TestImages.small("c"));
      assertSame(
          failure,
          assertThrows(UnsupportedOperationException.class, () -> extractor.extract(images)));
      assertEquals(4, extractor.extract(TestImages.small(4)).images().size());
    }
  }

  @Test
  void an_error_of_the_detector_reaches_the_caller() {
    OwnDetector detector =
        new OwnDetector(
            (picture, deadline) -> {
              throw new StackOverflowError("mine");
            });
    try (FaceExtractor extractor = extractor(detector)) {
      assertThrows(StackOverflowError.class, () -> extractor.extract(TestImages.small(3)));
    }
  }

  @Test
  void stay_open_when_the_extractor_cannot_be_built() {
    OwnDetector detector = OwnDetector.finding();
    FaceExtractorBuilder wrongModel = FaceExtractor.builder().detector(detector).embedder("none");
    assertThrows(ModelException.class, wrongModel::build);
    assertEquals(0, detector.closed.get());
    FaceExtractorBuilder wrongDetector =
        FaceExtractor.builder().detector("none").embedder(embedder);
    assertThrows(ModelException.class, wrongDetector::build);
    assertEquals(0, embedder.closed.get());
  }

  @Test
  void the_embedder_is_closed_even_if_the_detector_cannot_be() {
    OwnDetector detector = OwnDetector.finding();
    FaceDetector stubborn =
        new FaceDetector() {
          @Override
          public String name() {
            return "stubborn";
          }

          @Override
          public List<Detection> detect(Picture picture, int size, Deadline deadline) {
            return detector.detect(picture, size, deadline);
          }

          @Override
          public void close() {
            throw new IllegalStateException("mine");
          }
        };
    FaceExtractor extractor =
        FaceExtractor.builder().detector(stubborn).embedder(embedder).threads(1).build();
    assertThrows(IllegalStateException.class, extractor::close);
    assertEquals(1, embedder.closed.get());
  }

  @Test
  void the_embedded_detector_takes_a_picture_of_the_users_own() {
    try (FaceDetector detector = FaceModels.bundled().detector("retinaface");
        Picture decoded = SamplePhotos.decode("astronaut.png")) {
      List<Detection> expected = detector.detect(decoded, 640, Deadline.unlimited());
      List<Detection> found = detector.detect(BytePicture.of(decoded), 640, Deadline.unlimited());
      assertEquals(1, expected.size());
      assertEquals(expected, found);
      assertTrue(detector.detect(BytePicture.noise(1, 1, 1), 640, Deadline.unlimited()).isEmpty());
    }
  }

  private FaceExtractor extractor(FaceDetector detector) {
    return FaceExtractor.builder().detector(detector).embedder(embedder).threads(2).build();
  }
}
