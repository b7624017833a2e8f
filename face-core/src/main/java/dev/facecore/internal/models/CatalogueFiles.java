package dev.facecore.internal.models;

import dev.facecore.ModelException;
import dev.facecore.internal.natives.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The files that hold catalogues: two of the artifact {@code face-models}, one of a folder. */
final class CatalogueFiles {
  /** A folder's, and the one of the models inside the artifact. */
  static final String NAME = "catalogue.properties";

  /** Of models that the artifact describes but does not hold. */
  static final String FETCHED = "fetched.properties";

  static final String RESOURCES = "dev/facecore/models/";

  private CatalogueFiles() {}

  static List<ModelCatalogue.Located> all(Optional<Path> folder) {
    List<ModelCatalogue.Located> models = new ArrayList<>();
    WeightSource fetched =
        folder.<WeightSource>map(WeightSource.Folder::new).orElseGet(WeightSource.Nowhere::new);
    models.addAll(resource(NAME, new WeightSource.ClassPath(RESOURCES)));
    models.addAll(resource(FETCHED, fetched));
    folder
        .map(path -> path.resolve(NAME))
        .filter(Files::exists)
        .ifPresent(file -> models.addAll(ofFolder(file)));
    return models;
  }

  private static List<ModelCatalogue.Located> resource(String name, WeightSource source) {
    try (InputStream stream = Resources.open(RESOURCES + name).orElse(null)) {
      return stream == null ? List.of() : read("the artifact face-models", stream, source);
    } catch (IOException e) {
      throw new ModelException(
          "The catalogue of the artifact face-models cannot be read; build it again.", e);
    }
  }

  private static List<ModelCatalogue.Located> ofFolder(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      Path folder = file.toAbsolutePath().getParent();
      return read(file.toString(), stream, new WeightSource.Folder(folder));
    } catch (IOException e) {
      throw new ModelException("The catalogue " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<ModelCatalogue.Located> read(
      String origin, InputStream stream, WeightSource source) throws IOException {
    return CatalogueReader.read(origin, load(stream)).stream()
        .map(entry -> new ModelCatalogue.Located(entry, source))
        .toList();
  }

  private static Properties load(InputStream stream) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IllegalArgumentException e) {
      throw new IOException("a \\u is not followed by four hexadecimal digits", e);
    }
    return properties;
  }
}
