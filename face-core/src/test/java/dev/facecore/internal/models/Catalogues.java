package dev.facecore.internal.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The embedded catalogue, and folders that hold changed copies of it. */
final class Catalogues {
  private Catalogues() {}

  static Properties embedded() {
    try (InputStream stream =
        ModelCatalogue.class.getResourceAsStream(
            "/" + CatalogueFiles.RESOURCES + CatalogueFiles.NAME)) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] embeddedWeights(String name) {
    ModelCatalogue catalogue = ModelCatalogue.open(Optional.empty());
    return catalogue.entries().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .map(entry -> catalogue.weights(entry, entry.files().get(0)))
        .orElseThrow();
  }

  static void write(Path folder, Properties properties) {
    try (OutputStream stream = Files.newOutputStream(folder.resolve(CatalogueFiles.NAME))) {
      properties.store(stream, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
