package dev.facecore.internal.models;

import dev.facecore.ModelException;
import dev.facecore.model.LicencePolicy;
import dev.facecore.model.ModelInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The models that can be used: those of the artifact {@code face-models} on the class path, those
 * that it knows where to fetch, and those that a folder's {@value CatalogueFiles#NAME} describes. A
 * folder's entry replaces one of the same name. Immutable and thread-safe.
 */
public final class ModelCatalogue {
  private final Map<String, Located> models;
  private final Optional<Path> folder;

  record Located(ModelEntry entry, WeightSource source) {}

  private ModelCatalogue(Map<String, Located> models, Optional<Path> folder) {
    this.models = models;
    this.folder = folder;
  }

  /**
   * Reads the catalogues.
   *
   * @param folder where fetched and further models lie, if any
   * @throws ModelException if a catalogue cannot be read or an entry is wrong
   */
  public static ModelCatalogue open(Optional<Path> folder) {
    Map<String, Located> models = new LinkedHashMap<>();
    for (Located model : CatalogueFiles.all(folder)) models.put(model.entry().name(), model);
    return new ModelCatalogue(models, folder);
  }

  /** The folder where fetched and further models lie, if any. */
  public Optional<Path> folder() {
    return folder;
  }

  /** Whether a policy lets one of these models be used. */
  public boolean allows(ModelEntry entry, LicencePolicy policy) {
    return AcceptedLicences.allow(entry, policy, folder);
  }

  /** All models: embedded ones, those that can be fetched, and those of the folder. */
  public List<ModelEntry> entries() {
    return models.values().stream().map(Located::entry).toList();
  }

  /** The model of a name or an alias, whatever it is for and whatever its licence. */
  public Optional<ModelEntry> entry(String name) {
    return located(name).map(Located::entry);
  }

  /**
   * The model of a name or an alias, for use.
   *
   * @throws ModelException if there is none for the task, or its licence is not one that the policy
   *     lets be used; it says what there is to do
   */
  public ModelEntry find(String name, ModelInfo.Task task, LicencePolicy policy) {
    ModelEntry entry =
        entry(name).filter(found -> found.task() == task).orElseThrow(() -> unknown(name, task));
    if (allows(entry, policy)) return entry;
    throw ModelProblems.notCommercial(entry);
  }

  private ModelException unknown(String name, ModelInfo.Task task) {
    List<String> names =
        entries().stream().filter(entry -> entry.task() == task).map(ModelEntry::name).toList();
    return new ModelException(
        "No "
            + task.name().toLowerCase(Locale.ROOT)
            + " model is called '"
            + name
            + "': "
            + (names.isEmpty()
                ? "no model is there; add the artifact face-models or name a folder with a "
                    + CatalogueFiles.NAME
                : "there are " + String.join(", ", names))
            + ".");
  }

  /**
   * Checks that the files of a model are there, without reading them.
   *
   * @throws ModelException if one is missing
   */
  public void requireFiles(ModelEntry entry) {
    for (ModelFile file : entry.files()) {
      Optional<Path> missing = place(entry, file).filter(path -> !Files.exists(path));
      if (missing.isPresent()) {
        throw ModelProblems.missing(entry, file, missing.get().toString());
      }
    }
  }

  /**
   * The bytes of one of a model's files, checked against its SHA-256.
   *
   * @throws ModelException if the file is missing or damaged
   */
  public byte[] weights(ModelEntry entry, ModelFile file) {
    return models.get(entry.name()).source().read(entry, file);
  }

  /** The bytes of the file of a model that consists of one, checked. */
  public byte[] weights(ModelEntry entry) {
    return weights(entry, entry.file());
  }

  /** Where a file lies or would lie, if that is in a file system. */
  Optional<Path> place(ModelEntry entry, ModelFile file) {
    return models.get(entry.name()).source().place(file);
  }

  /** Whether a model's files are inside the program. */
  public boolean isEmbedded(ModelEntry entry) {
    return models.get(entry.name()).source() instanceof WeightSource.ClassPath;
  }

  // A name goes before an alias: a folder's own 'scrfd' is not hidden by another model's second
  // name.
  private Optional<Located> located(String name) {
    return Optional.ofNullable(models.get(name))
        .or(() -> models.values().stream().filter(it -> it.entry().isCalled(name)).findFirst());
  }
}
