package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.model.FaceModels;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.Picture;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every embedded detector beside retinaface, on the sample photographs. */
class BackendsIT {
  private static final Map<String, Detection> RETINA_FACE = new HashMap<>();

  @BeforeAll
  static void find_with_retinaface() {
    try (FaceDetector detector = FaceModels.bundled().detector("retinaface")) {
      for (String name : SamplePhotos.ALL) {
        for (Detection found : detect(detector, name)) RETINA_FACE.put(name, found);
      }
    }
    assertEquals(4, RETINA_FACE.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mtcnn", "opencv", "ssd", "centerface"})
  void finds_every_face_with_the_points_where_retinaface_sees_them(String backend) {
    int points = 0;
    try (FaceDetector detector = FaceModels.bundled().detector(backend)) {
      assertEquals(backend, detector.name());
      for (String name : SamplePhotos.ALL) {
        List<Detection> found = detect(detector, name);
        Detection expected = RETINA_FACE.get(name);
        assertEquals(expected == null ? 0 : 1, found.size(), name);
        if (expected != null) points += assertNear(name, expected, found.get(0));
      }
    }
    assertEquals(20, points);
  }

  private static int assertNear(String name, Detection expected, Detection found) {
    assertTrue(found.box().overlap(expected.box()) > 0.6, () -> name + ": " + found.box());
    assertTrue(found.confidence() > 0.8 && found.confidence() <= 1, name);
    double most = 0.07 * expected.box().width();
    List<Point> points = found.landmarks().points();
    for (int i = 0; i < points.size(); i++) {
      double distance = points.get(i).distanceTo(expected.landmarks().points().get(i));
      assertTrue(distance < most, name + ": point " + i + " is " + distance + " px away");
    }
    return points.size();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mtcnn", "opencv", "ssd", "centerface"})
  void same_bytes_same_faces_for_any_number_of_threads_and_one_person_is_one(String backend) {
    List<List<Detection>> alone = null;
    for (int threads : new int[] {1, 2, 4}) {
      try (FaceExtractor extractor =
          FaceExtractor.builder().detector(backend).threads(threads).build()) {
        Extraction result = extractor.extract(SamplePhotos.sources(SamplePhotos.ALL));
        assertEquals(4, result.faces().size());
        assertEquals(3, result.people().size());
        List<List<Detection>> found = result.images().stream().map(BackendsIT::detections).toList();
        if (alone == null) alone = found;
        assertEquals(alone, found, threads + " threads");
      }
    }
  }

  private static List<Detection> detections(ImageAnalysis image) {
    return image.faces().stream()
        .map(face -> new Detection(face.box(), face.landmarks(), face.confidence()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"retinaface", "mtcnn", "opencv", "ssd", "centerface"})
  void stops_at_the_deadline_takes_any_size_and_is_of_no_use_when_closed(String backend) {
    FaceDetector detector = FaceModels.bundled().detector(backend);
    try (Picture picture = SamplePhotos.decode("astronaut.png")) {
      Deadline over = Deadline.after(Duration.ofNanos(1));
      assertThrows(DeadlineException.class, () -> detector.detect(picture, 640, over));
      assertEquals(1, detector.detect(picture, 256, Deadline.unlimited()).size());
      assertEquals(1, detector.detect(BytePicture.of(picture), 640, Deadline.unlimited()).size());
      for (int[] side : new int[][] {{1, 1}, {1, 300}, {300, 1}, {23, 25}, {4000, 2}}) {
        Picture noise = BytePicture.noise(side[0], side[1], 1);
        assertEquals(List.of(), detector.detect(noise, 640, Deadline.unlimited()));
      }
      detector.close();
      detector.close();
      assertThrows(
          IllegalStateException.class, () -> detector.detect(picture, 640, Deadline.unlimited()));
    }
  }

  private static List<Detection> detect(FaceDetector detector, String name) {
    try (Picture picture = SamplePhotos.decode(name)) {
      return detector.detect(picture, 640, Deadline.unlimited());
    }
  }
}
