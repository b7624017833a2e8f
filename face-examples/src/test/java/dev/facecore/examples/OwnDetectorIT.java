package dev.facecore.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example finds in a headshot the face that the headshot was cut from. */
class OwnDetectorIT {
  @Test
  void a_headshot_is_the_person_it_shows() throws IOException {
    List<Face> faces;
    try (FaceExtractor usual = FaceExtractor.create();
        Stream<Path> files = Files.list(Path.of("photos"))) {
      faces = usual.extract(files.sorted().map(ImageSource::file).toList()).faces();
    }
    assertTrue(faces.size() >= 4, faces::toString);
    try (FaceExtractor own = FaceExtractor.builder().detector(new OwnDetector()).build()) {
      assertEquals("headshots", own.detector());
      for (Face face : faces) {
        ImageSource headshot = ImageSource.bytes("headshot", face.headshot().jpeg());
        List<Face> again = own.analyze(headshot).faces();
        assertEquals(1, again.size());
        double cosine = again.get(0).embedding().similarity(face.embedding());
        assertTrue(cosine > 0.9, "cosine " + cosine);
      }
    }
  }
}
