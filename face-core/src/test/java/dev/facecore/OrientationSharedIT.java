package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** One portrait stored in all EXIF orientations gives the same face, where it is displayed. */
class OrientationSharedIT {
  // The files were encoded anew for each orientation, so that their pixels differ a little.
  private static final double SAME_FACE = 0.9;

  @Test
  void all_orientations_of_one_portrait_give_the_same_face() throws Exception {
    String shared = System.getProperty("shared");
    Assumptions.assumeTrue(shared != null, "needs -Dshared=FOLDER");
    Path folder = Path.of(shared, "faces/public-domain/hopper_formats");
    List<Path> turned;
    try (Stream<Path> files = Files.list(folder)) {
      turned =
          files.filter(file -> file.toString().contains("hopper_orientation_")).sorted().toList();
    }
    assertEquals(14, turned.size());
    try (FaceExtractor extractor = FaceExtractor.create()) {
      Face upright = only(extractor.analyze(ImageSource.file(folder.resolve("hopper.jpg"))));
      for (Path file : turned) {
        Face face = only(extractor.analyze(ImageSource.file(file)));
        assertTrue(face.box().overlap(upright.box()) > 0.9, file + ": " + face.box());
        assertTrue(face.embedding().similarity(upright.embedding()) > SAME_FACE, file.toString());
      }
    }
  }

  private static Face only(ImageAnalysis analysis) {
    assertEquals(1, analysis.faces().size(), analysis.source());
    return analysis.faces().get(0);
  }
}
