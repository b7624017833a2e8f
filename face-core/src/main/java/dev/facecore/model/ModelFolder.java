package dev.facecore.model;

import dev.facecore.FaceExtractorBuilder;
import dev.facecore.ModelException;
import dev.facecore.internal.check.Require;
import dev.facecore.internal.models.AcceptedLicences;
import dev.facecore.internal.models.ModelCatalogue;
import dev.facecore.internal.models.ModelEntry;
import dev.facecore.internal.models.ModelFile;
import dev.facecore.internal.models.ModelStates;
import dev.facecore.internal.models.download.ModelFetch;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The folder that models are fetched into, and that {@link FaceExtractorBuilder#modelDirectory}
 * takes them from. It may hold a user's own models too, described by a {@code
 * catalogue.properties}. Immutable and thread-safe; several programs may use one folder.
 */
public final class ModelFolder {
  private final Path folder;
  private final ModelCatalogue catalogue;

  private ModelFolder(Path folder, ModelCatalogue catalogue) {
    this.folder = folder;
    this.catalogue = catalogue;
  }

  /**
   * A folder, which need not exist yet.
   *
   * @throws ModelException if its catalogue is wrong
   */
  public static ModelFolder of(Path folder) {
    Require.present("folder", folder);
    return new ModelFolder(folder, ModelCatalogue.open(Optional.of(folder), LicencePolicy.ANY));
  }

  /** All models: those in the program, those that can be fetched, and the folder's own. */
  public List<ModelInfo> models() {
    return catalogue.entries().stream()
        .map(entry -> info(entry, ModelStates.quick(catalogue, entry)))
        .toList();
  }

  /** The model of a name or alias. */
  public Optional<ModelInfo> model(String name) {
    return catalogue.entry(name).map(entry -> info(entry, ModelStates.quick(catalogue, entry)));
  }

  /** The models that are there, after reading all of their bytes: some may be damaged. */
  public List<ModelInfo> verify() {
    return models().stream()
        .filter(model -> model.state() != ModelInfo.State.ABSENT)
        .map(model -> catalogue.entry(model.name()).orElseThrow())
        .map(entry -> info(entry, ModelStates.thorough(catalogue, entry)))
        .toList();
  }

  /**
   * Has a model in the folder. A file gets its name when it is whole and has the right SHA-256;
   * what arrived before that is kept, so that the next call goes on there.
   *
   * @param name a name or alias of the catalogue
   * @return whether anything was fetched: false if all was there already
   * @throws ModelException if there is no such model, its licence is refused, or it cannot be had;
   *     it says how to put it there by hand
   */
  public boolean fetch(String name, DownloadOptions options) {
    ModelEntry entry =
        catalogue
            .entry(name)
            .orElseThrow(() -> new ModelException("No model is called '" + name + "'."));
    return ModelFetch.run(catalogue, entry, folder, options);
  }

  /** Whether a policy lets a model be used from this folder. */
  public boolean allows(ModelInfo model, LicencePolicy policy) {
    return catalogue
        .entry(model.name())
        .filter(entry -> AcceptedLicences.allow(entry, policy, Optional.of(folder)))
        .isPresent();
  }

  private static ModelInfo info(ModelEntry entry, ModelInfo.State state) {
    return new ModelInfo(
        entry.name(),
        entry.alias(),
        entry.task().name().toLowerCase(Locale.ROOT),
        entry.licence(),
        entry.commercialUse(),
        bytes(entry),
        entry.files().stream().map(ModelFile::sha256).toList(),
        entry.origin(),
        entry.accuracy(),
        entry.identity(),
        state);
  }

  private static OptionalLong bytes(ModelEntry entry) {
    boolean isKnown = entry.files().stream().allMatch(file -> file.bytes().isPresent());
    return isKnown
        ? OptionalLong.of(entry.files().stream().mapToLong(file -> file.bytes().getAsLong()).sum())
        : OptionalLong.empty();
  }
}
