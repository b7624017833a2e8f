package dev.facecore.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ModelException;
import dev.facecore.stage.FaceEmbedder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door to models: listing, licences, states, opening. */
class FaceModelsTest {
  @TempDir Path folder;

  @Test
  void lists_what_is_bundled_and_what_can_be_fetched() {
    FaceModels models = FaceModels.bundled();
    List<String> names = models.list().stream().map(ModelInfo::name).toList();
    assertTrue(names.containsAll(List.of("retinaface", "ArcFace", "yunet")), names.toString());
    ModelInfo arcFace = models.find("ArcFace").orElseThrow();
    assertEquals(ModelInfo.State.BUNDLED, arcFace.state());
    assertEquals(ModelInfo.Task.EMBEDDING, arcFace.task());
    assertTrue(arcFace.identity().startsWith("ArcFace@"), arcFace.identity());
    assertEquals(ModelInfo.State.ABSENT, models.find("yunet").orElseThrow().state());
    assertEquals("det_500m", models.find("scrfd").orElseThrow().name());
    assertTrue(models.find("eye").isEmpty());
  }

  @Test
  void knows_by_the_state_whether_two_of_a_name_are_the_same() throws Exception {
    ModelInfo absent = FaceModels.in(folder).find("yunet").orElseThrow();
    assertEquals(absent, FaceModels.in(folder).find("yunet").orElseThrow());
    assertEquals(absent.hashCode(), FaceModels.bundled().find("yunet").orElseThrow().hashCode());
    Files.writeString(folder.resolve("face_detection_yunet_2023mar.onnx"), "another");
    ModelInfo there = FaceModels.in(folder).find("yunet").orElseThrow();
    assertEquals(ModelInfo.State.IN_FOLDER, there.state());
    assertNotEquals(absent, there);
    List<ModelInfo> damaged =
        FaceModels.in(folder).verify().stream()
            .filter(model -> model.state() == ModelInfo.State.DAMAGED)
            .toList();
    assertEquals(List.of("yunet"), damaged.stream().map(ModelInfo::name).toList());
  }

  @Test
  void a_policy_decides_what_is_opened_and_not_what_is_listed() {
    FaceModels models = FaceModels.in(folder);
    ModelInfo research = models.find("w600k_mbf").orElseThrow();
    assertFalse(models.allows(research));
    assertFalse(models.accepting(LicencePolicy.ACCEPTED).allows(research));
    assertTrue(models.accepting(LicencePolicy.ANY).allows(research));
    assertEquals(models.list(), models.accepting(LicencePolicy.ANY).list());
    String refused =
        assertThrows(ModelException.class, () -> models.embedder("w600k_mbf")).getMessage();
    assertTrue(refused.contains(research.licence()), refused);
    String absent =
        assertThrows(
                ModelException.class,
                () -> models.accepting(LicencePolicy.ANY).embedder("w600k_mbf"))
            .getMessage();
    assertTrue(absent.contains("missing"), absent);
    assertTrue(models.on(Accelerator.CUDA).toString().contains("CUDA"));
  }

  @Test
  void opens_what_the_table_of_thresholds_is_of() {
    FaceModels models = FaceModels.bundled();
    try (FaceEmbedder embedder = models.embedder("ArcFace")) {
      assertEquals(models.find("ArcFace").orElseThrow().identity(), embedder.model());
      assertEquals(embedder.model(), embedder.thresholds().model());
      assertEquals("ArcFace", embedder.thresholds().modelName());
    }
  }
}
