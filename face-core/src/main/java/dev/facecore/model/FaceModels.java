package dev.facecore.model;

import dev.facecore.ModelException;
import dev.facecore.PlatformException;
import dev.facecore.internal.check.Require;
import dev.facecore.internal.models.ModelCatalogue;
import dev.facecore.internal.models.ModelEntry;
import dev.facecore.internal.models.ModelStates;
import dev.facecore.internal.pipeline.Models;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.FaceEmbedder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Lists, checks and opens the models that can be used. Immutable and thread-safe; several programs
 * may use one folder.
 *
 * <pre>{@code
 * FaceModels models = FaceModels.in(folder).accepting(LicencePolicy.ANY).on(Accelerator.CUDA);
 * FaceExtractor.builder().models(models).detector("yunet").embedder("w600k_mbf").build();
 * }</pre>
 */
public final class FaceModels {
  private final ModelCatalogue catalogue;
  private final LicencePolicy policy;
  private final Accelerator accelerator;

  private FaceModels(ModelCatalogue catalogue, LicencePolicy policy, Accelerator accelerator) {
    this.catalogue = catalogue;
    this.policy = policy;
    this.accelerator = accelerator;
  }

  /**
   * Finds the models of the artifact {@code face-models}, on the class path or the module path.
   * They come from the class loader of this library, or else from that of the calling thread.
   *
   * @throws ModelException if the artifact's catalogue is damaged; without the artifact there are
   *     no models
   */
  public static FaceModels bundled() {
    return of(Optional.empty());
  }

  /**
   * Finds the bundled models, those fetched into a folder, and those that the folder's own {@code
   * catalogue.properties} describes; an entry there replaces a bundled one of the same name.
   *
   * @param folder need not exist yet
   * @throws ModelException if a catalogue is wrong
   */
  public static FaceModels in(Path folder) {
    return of(Optional.of(Require.present("folder", folder)));
  }

  private static FaceModels of(Optional<Path> folder) {
    return new FaceModels(
        ModelCatalogue.open(folder), LicencePolicy.COMMERCIAL_ONLY, Accelerator.CPU);
  }

  /**
   * Returns the same models, but opened only if a policy allows their licences; {@link
   * LicencePolicy#COMMERCIAL_ONLY} unless set.
   */
  public FaceModels accepting(LicencePolicy changed) {
    return new FaceModels(catalogue, Require.present("changed", changed), accelerator);
  }

  /** Returns the same models, but run by an accelerator; {@link Accelerator#CPU} unless set. */
  public FaceModels on(Accelerator changed) {
    return new FaceModels(catalogue, policy, Require.present("changed", changed));
  }

  /** Lists all models, whatever their licences: also those that can be fetched but are absent. */
  public List<ModelInfo> list() {
    return catalogue.entries().stream().map(this::quick).toList();
  }

  /** Finds the model of a name or alias, whatever its licence. */
  public Optional<ModelInfo> find(String name) {
    return catalogue.entry(Require.present("name", name)).map(this::quick);
  }

  /**
   * Lists the models that are not absent, after reading all of their bytes: some may be {@link
   * ModelInfo.State#DAMAGED}.
   */
  public List<ModelInfo> verify() {
    return catalogue.entries().stream()
        .filter(entry -> ModelStates.quick(catalogue, entry) != ModelInfo.State.ABSENT)
        .map(entry -> ModelInfo.of(entry, ModelStates.thorough(catalogue, entry)))
        .toList();
  }

  /** Returns whether the licence of one of these models is accepted. */
  public boolean allows(ModelInfo model) {
    return catalogue
        .entry(Require.present("model", model).name())
        .filter(entry -> catalogue.allows(entry, policy))
        .isPresent();
  }

  /**
   * Opens a detector; the caller closes it.
   *
   * @param name a name or alias of the list
   * @throws ModelException if none has this name, its licence is not accepted, or its file is
   *     missing, damaged or another network
   * @throws PlatformException if native code or the accelerator cannot be used on this machine
   */
  public FaceDetector detector(String name) {
    return models().detector(Require.present("name", name));
  }

  /**
   * Opens an embedding model; the caller closes it.
   *
   * @param name a name or alias of the list
   * @throws ModelException if none has this name, its licence is not accepted, or its file is
   *     missing, damaged or another network
   * @throws PlatformException if native code or the accelerator cannot be used on this machine
   */
  public FaceEmbedder embedder(String name) {
    return models().embedder(Require.present("name", name));
  }

  private Models models() {
    return new Models(catalogue, policy, accelerator);
  }

  private ModelInfo quick(ModelEntry entry) {
    return ModelInfo.of(entry, ModelStates.quick(catalogue, entry));
  }

  /** Returns the folder, the licence policy and the accelerator. */
  @Override
  public String toString() {
    return "FaceModels["
        + catalogue.folder().map(folder -> "in " + folder).orElse("bundled")
        + ", "
        + policy
        + ", "
        + accelerator
        + "]";
  }
}
