package dev.facecore.internal.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ModelException;
import dev.facecore.model.LicencePolicy;
import dev.facecore.model.ModelInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The models that are fetched on demand, as the artifact describes them. */
class FetchedCatalogueTest {
  private static final Set<String> HOSTS = Set.of("github.com", "huggingface.co");

  @TempDir Path folder;

  @Test
  void each_has_an_https_address_at_its_publisher() {
    ModelCatalogue catalogue = ModelCatalogue.open(Optional.empty());
    List<ModelEntry> fetched =
        catalogue.entries().stream().filter(entry -> !catalogue.isEmbedded(entry)).toList();
    assertEquals(
        "[det_500m, det_10g, yunet, retinaface_mv2, retinaface_r34, w600k_mbf, w600k_r50,"
            + " glintr100]",
        fetched.stream().map(ModelEntry::name).toList().toString());
    for (ModelEntry entry : fetched) {
      Download download = entry.file().download().orElseThrow();
      assertEquals("https", download.address().getScheme(), entry.name());
      assertTrue(HOSTS.contains(download.address().getHost()), entry.name());
      assertEquals(entry.licence().startsWith("InsightFace"), !entry.commercialUse(), entry.name());
    }
  }

  @Test
  void an_alias_is_as_good_as_a_name_and_a_name_goes_first() {
    ModelCatalogue catalogue = ModelCatalogue.open(Optional.of(folder));
    assertEquals(
        "det_500m", catalogue.find("scrfd", ModelInfo.Task.DETECTION, LicencePolicy.ANY).name());
    assertEquals(
        "glintr100",
        catalogue.find("auraface", ModelInfo.Task.EMBEDDING, LicencePolicy.ANY).name());

    var own = Catalogues.embedded();
    own.setProperty("models", "scrfd");
    for (String key : own.stringPropertyNames()) {
      if (key.startsWith("retinaface.")) {
        own.setProperty(key.replace("retinaface.", "scrfd."), own.getProperty(key));
      }
    }
    Catalogues.write(folder, own);
    ModelCatalogue withOwn = ModelCatalogue.open(Optional.of(folder));
    assertEquals(
        "scrfd", withOwn.find("scrfd", ModelInfo.Task.DETECTION, LicencePolicy.ANY).name());
    assertEquals(
        "det_500m", withOwn.find("det_500m", ModelInfo.Task.DETECTION, LicencePolicy.ANY).name());
  }

  @Test
  void a_model_that_is_not_there_says_how_to_fetch_it() {
    ModelCatalogue catalogue = ModelCatalogue.open(Optional.of(folder));
    String message = missing(catalogue, "w600k_mbf");
    assertTrue(message.contains(folder.resolve("w600k_mbf.onnx").toString()), message);
    assertTrue(message.contains("ModelDownloads.fetch(\"w600k_mbf\""), message);
    assertFalse(message.contains("faces models"), message);
    assertTrue(message.contains("unpack w600k_mbf.onnx from https://github.com/"), message);
    String plain = missing(catalogue, "yunet");
    assertTrue(plain.contains("download https://github.com/opencv/opencv_zoo/"), plain);

    String nowhere = missing(ModelCatalogue.open(Optional.empty()), "yunet");
    assertTrue(nowhere.contains("no folder is named"), nowhere);
  }

  private static String missing(ModelCatalogue catalogue, String name) {
    ModelEntry entry = catalogue.entry(name).orElseThrow();
    return assertThrows(ModelException.class, () -> catalogue.weights(entry)).getMessage();
  }

  @Test
  void a_licence_that_forbids_commercial_use_must_be_accepted() throws IOException {
    assertFalse(isAllowed("w600k_mbf", LicencePolicy.COMMERCIAL_ONLY));
    assertFalse(isAllowed("w600k_mbf", LicencePolicy.ACCEPTED));
    assertTrue(isAllowed("w600k_mbf", LicencePolicy.ANY));
    assertTrue(isAllowed("glintr100", LicencePolicy.COMMERCIAL_ONLY));

    ModelEntry entry = ModelCatalogue.open(Optional.empty()).entry("w600k_mbf").orElseThrow();
    AcceptedLicences.accept(entry, folder);
    assertTrue(isAllowed("w600k_mbf", LicencePolicy.ACCEPTED));
    assertFalse(isAllowed("w600k_mbf", LicencePolicy.COMMERCIAL_ONLY));
    assertFalse(isAllowed("w600k_r50", LicencePolicy.ACCEPTED), "it is another model's");

    Files.writeString(folder.resolve("w600k_mbf.licence-accepted"), "another licence\n");
    assertFalse(isAllowed("w600k_mbf", LicencePolicy.ACCEPTED), "it is another licence");
  }

  @Test
  void a_refusal_names_model_licence_and_remedy() {
    ModelException refusal = refusal(LicencePolicy.COMMERCIAL_ONLY);
    String message = refusal.getMessage();
    assertTrue(message.contains("w600k_r50"), message);
    assertTrue(message.contains("InsightFace model zoo, non-commercial research only"), message);
    assertTrue(message.contains("LicencePolicy.ANY"), message);
    assertFalse(message.contains("accept-licence"), message);
    assertEquals(message, refusal(LicencePolicy.ACCEPTED).getMessage());
  }

  @Test
  void a_program_can_word_the_remedy_for_its_users() {
    ModelException refusal = refusal(LicencePolicy.ACCEPTED);
    assertEquals(ModelException.Remedy.ACCEPT_LICENCE, refusal.remedy());
    assertEquals(Optional.of("w600k_r50"), refusal.model());
    assertTrue(refusal.getMessage().startsWith(refusal.problem()));
    assertFalse(refusal.problem().contains("LicencePolicy"), refusal.problem());

    ModelEntry entry = ModelCatalogue.open(Optional.of(folder)).entry("yunet").orElseThrow();
    ModelException missing =
        assertThrows(
            ModelException.class, () -> ModelCatalogue.open(Optional.of(folder)).weights(entry));
    assertEquals(ModelException.Remedy.DOWNLOAD, missing.remedy());
    assertEquals(Optional.of("yunet"), missing.model());
    assertFalse(missing.problem().contains("ModelDownloads"), missing.problem());
  }

  private ModelException refusal(LicencePolicy policy) {
    ModelCatalogue catalogue = ModelCatalogue.open(Optional.of(folder));
    return assertThrows(
        ModelException.class, () -> catalogue.find("w600k_r50", ModelInfo.Task.EMBEDDING, policy));
  }

  private boolean isAllowed(String name, LicencePolicy policy) {
    try {
      ModelCatalogue.open(Optional.of(folder)).find(name, ModelInfo.Task.EMBEDDING, policy);
      return true;
    } catch (ModelException e) {
      return false;
    }
  }
}
