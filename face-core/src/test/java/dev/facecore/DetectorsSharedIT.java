package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.model.FaceModels;
import dev.facecore.model.LicencePolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Detectors whose weights a user fetches, through a catalogue in a folder. */
class DetectorsSharedIT {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"scrfd, scrfd-500m.onnx", "yunet, yunet-2023mar.onnx"})
  void a_file_and_a_catalogue_entry_are_a_detector(String family, String file) throws Exception {
    String shared = System.getProperty("shared");
    Assumptions.assumeTrue(shared != null, "needs -Dshared=FOLDER");
    Files.copy(Path.of(shared, "models", file), folder.resolve(file));
    Files.writeString(folder.resolve("catalogue.properties"), entry(family));
    try (FaceExtractor retinaFace = FaceExtractor.create();
        FaceExtractor extractor =
            FaceExtractor.builder()
                .models(FaceModels.in(folder).accepting(LicencePolicy.ANY))
                .detector("fetched")
                .build()) {
      List<ImageSource> photos = SamplePhotos.sources(SamplePhotos.ALL);
      Extraction expected = retinaFace.extract(photos);
      Extraction found = extractor.extract(photos);
      assertEquals(4, found.faces().size());
      assertEquals(3, found.people().size());
      int compared = 0;
      for (int i = 0; i < 4; i++, compared++) {
        assertSame(expected.faces().get(i), found.faces().get(i));
      }
      assertEquals(4, compared);
    }
  }

  private static void assertSame(Face expected, Face found) {
    assertEquals(expected.imageIndex(), found.imageIndex());
    assertTrue(found.box().overlap(expected.box()) > 0.7, () -> "" + found.box());
    double cosine = found.embedding().similarity(expected.embedding());
    assertTrue(cosine > 0.9, () -> "image " + found.imageIndex() + ": " + cosine);
    assertTrue(found.confidence() >= 0.5 && found.confidence() <= 1);
  }

  private static String entry(String family) throws IOException {
    try (InputStream entry = DetectorsSharedIT.class.getResourceAsStream(family + ".properties")) {
      return new String(entry.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}
