package dev.facecore.internal.models;

import dev.facecore.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The models that can be used: those of the artifact {@code face-models} on the class path, and
 * those that a folder's {@value #FILE} describes. A folder's entry replaces one of the same name.
 * Immutable and thread-safe.
 */
public final class ModelCatalogue {
  static final String FILE = "catalogue.properties";
  static final String RESOURCES = "/dev/facecore/models/";

  private final Map<String, Located> models;

  private record Located(ModelEntry entry, WeightSource source) {}

  private ModelCatalogue(Map<String, Located> models) {
    this.models = models;
  }

  /**
   * Reads the catalogues.
   *
   * @param folder where further models lie, if any
   * @throws ModelException if a catalogue cannot be read or an entry is wrong
   */
  public static ModelCatalogue open(Optional<Path> folder) {
    Map<String, Located> models = new LinkedHashMap<>();
    try (InputStream stream = ModelCatalogue.class.getResourceAsStream(RESOURCES + FILE)) {
      if (stream != null) {
        add(models, "the artifact face-models", load(stream), WeightSource.classPath(RESOURCES));
      }
    } catch (IOException e) {
      throw new ModelException(
          "The catalogue of the artifact face-models cannot be read; build it again.", e);
    }
    folder
        .map(path -> path.resolve(FILE))
        .filter(Files::exists)
        .ifPresent(file -> addFolder(models, file));
    return new ModelCatalogue(models);
  }

  private static void addFolder(Map<String, Located> models, Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      add(
          models,
          file.toString(),
          load(stream),
          WeightSource.folder(file.toAbsolutePath().getParent()));
    } catch (IOException e) {
      throw new ModelException("The catalogue " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static void add(
      Map<String, Located> models, String origin, Properties properties, WeightSource source) {
    for (ModelEntry entry : CatalogueReader.read(origin, properties)) {
      models.put(entry.name(), new Located(entry, source));
    }
  }

  private static Properties load(InputStream stream) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = new java.io.InputStreamReader(stream, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IllegalArgumentException e) {
      throw new IOException("a \\u is not followed by four hexadecimal digits", e);
    }
    return properties;
  }

  /** All models, those of the class path first. */
  public List<ModelEntry> entries() {
    return models.values().stream().map(Located::entry).toList();
  }

  /**
   * The model of a name.
   *
   * @throws ModelException if there is none for the task; it lists those that there are
   */
  public ModelEntry find(String name, ModelEntry.Task task) {
    Located located = models.get(name);
    if (located != null && located.entry().task() == task) return located.entry();
    List<String> names =
        entries().stream().filter(entry -> entry.task() == task).map(ModelEntry::name).toList();
    String choice =
        names.isEmpty()
            ? "no model is there; add the artifact face-models or name a folder with a " + FILE
            : "there are " + String.join(", ", names);
    throw new ModelException(
        "No "
            + task.name().toLowerCase(java.util.Locale.ROOT)
            + " model is called '"
            + name
            + "': "
            + choice
            + ".");
  }

  /**
   * The bytes of one of a model's files, checked against its SHA-256.
   *
   * @throws ModelException if the file is missing or damaged
   */
  public byte[] weights(ModelEntry entry, ModelFile file) {
    return models.get(entry.name()).source().read(entry, file);
  }
}
