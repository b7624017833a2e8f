package dev.facecore.internal.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.DedupMode;
import dev.facecore.Face;
import dev.facecore.FaceAlbum;
import dev.facecore.FaceExtractor;
import dev.facecore.FaceExtractorBuilder;
import dev.facecore.ImageSource;
import dev.facecore.ModelException;
import dev.facecore.Threshold;
import dev.facecore.model.FaceModels;
import dev.facecore.model.LicencePolicy;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file and an entry in a folder's catalogue are enough to use a model. */
class OwnModelIT {
  private static final Path PHOTO = Path.of("../face-examples/photos/obama.jpg");

  @TempDir Path folder;

  private final Properties own = new Properties();

  @BeforeEach
  void an_entry_for_a_copy_of_the_embedded_model() throws Exception {
    Properties embedded = Catalogues.embedded();
    for (String key : embedded.stringPropertyNames()) {
      if (key.startsWith("ArcFace.")) {
        own.setProperty(key.replace("ArcFace.", "Mine."), embedded.getProperty(key));
      }
    }
    own.setProperty("models", "Mine");
    own.setProperty("Mine.file", "mine.onnx");
    own.setProperty("Mine.input", "?[?,3,112,112]");
    own.setProperty("Mine.outputs", "?[?,512]");
    Files.write(folder.resolve("mine.onnx"), Catalogues.embeddedWeights("ArcFace"));
    Catalogues.write(folder, own);
  }

  @Test
  void it_is_used_by_its_name_and_gives_the_same_numbers() {
    Face shipped = face(FaceExtractor.builder());
    Face mine = face(FaceExtractor.builder().models(FaceModels.in(folder)).embedder("Mine"));
    assertArrayEquals(shipped.embedding().values(), mine.embedding().values());
    assertEquals(shipped.quality(), mine.quality());
    try (FaceExtractor extractor =
        FaceExtractor.builder().models(FaceModels.in(folder)).embedder("Mine").build()) {
      assertEquals("Mine", extractor.embedder());
      assertEquals(mine.embedding().model(), extractor.model());
      assertEquals(extractor.model(), extractor.thresholds().model());
    }
    String message = refused(() -> shipped.embedding().similarity(mine.embedding()));
    assertTrue(message.contains("ArcFace@") && message.contains("Mine@"), message);
  }

  @Test
  void it_needs_no_measurement_to_be_used() {
    own.setProperty("Mine.quality", "not measured");
    own.setProperty("Mine.thresholds", "not measured");
    Catalogues.write(folder, own);
    Face mine = face(FaceExtractor.builder().models(FaceModels.in(folder)).embedder("Mine"));
    assertTrue(mine.quality() > 0.5 && mine.quality() < 1, mine.quality() + "");
    try (FaceExtractor extractor =
        FaceExtractor.builder().models(FaceModels.in(folder)).embedder("Mine").build()) {
      assertTrue(extractor.thresholds().falseMatchRateAt(0.4).isEmpty());
      String message =
          refused(() -> Threshold.falseMatchRate(1e-4).similarity(extractor.thresholds()));
      assertTrue(message.contains("Mine was never measured"), message);
    }
  }

  @Test
  void one_that_must_not_be_used_commercially_needs_acceptance() {
    own.setProperty("Mine.commercial-use", "false");
    own.setProperty("Mine.licence", "for research");
    Catalogues.write(folder, own);
    FaceExtractorBuilder builder =
        FaceExtractor.builder().models(FaceModels.in(folder)).embedder("Mine");
    String message = assertThrows(ModelException.class, builder::build).getMessage();
    assertTrue(message.contains("Mine") && message.contains("for research"), message);
    assertEquals(
        512,
        face(builder.models(FaceModels.in(folder).accepting(LicencePolicy.ANY)))
            .embedding()
            .size());
  }

  @Test
  void one_that_replaces_the_shipped_name_does_not_mix_with_what_was_saved() throws Exception {
    Face shipped = face(FaceExtractor.builder());
    Path saved = folder.resolve("album");
    try (FaceAlbum album = FaceAlbum.create(saved, 0.4, false, Readability.NOT_MEASURED)) {
      album.put("shipped", List.of(shipped));
    }

    for (String key : List.copyOf(own.stringPropertyNames())) {
      own.setProperty(key.replace("Mine.", "ArcFace."), own.getProperty(key));
    }
    own.setProperty("models", "ArcFace");
    own.setProperty("ArcFace.recipe", "RGB 127.5 127.5 127.5 / 127.5");
    Catalogues.write(folder, own);
    Face replaced = face(FaceExtractor.builder().models(FaceModels.in(folder)));

    FaceAlbum loaded = FaceAlbum.open(saved);
    loaded.put("again", List.of(shipped));
    List<Face> mixed = List.of(shipped, replaced);
    List<String> messages =
        List.of(
            refused(() -> loaded.put("replaced", List.of(replaced))),
            refused(() -> shipped.embedding().similarity(replaced.embedding())),
            refused(() -> FaceDeduplicator.of(DedupMode.FIRST, 0.4, false).group(mixed)),
            refused(() -> FaceDeduplicator.of(DedupMode.CLUSTER, 0.4, false).group(mixed)));
    for (String message : messages) {
      assertTrue(message.contains(shipped.embedding().model()), message);
      assertTrue(message.contains(replaced.embedding().model()), message);
    }
    assertEquals(List.of("shipped", "again"), loaded.images());
    loaded.close();
  }

  private static Face face(FaceExtractorBuilder builder) {
    try (FaceExtractor extractor = builder.build()) {
      List<Face> faces = extractor.analyze(ImageSource.file(PHOTO)).faces();
      assertEquals(1, faces.size());
      return faces.get(0);
    }
  }

  private static String refused(Runnable use) {
    return assertThrows(IllegalArgumentException.class, use::run).getMessage();
  }
}
