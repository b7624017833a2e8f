package dev.facecore.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** A folder's catalogue, with entries that are changed copies of those of the program. */
final class OwnCatalogue {
  private static final String RESOURCES = "/dev/facecore/models/";

  private final Properties entries = new Properties();
  private final Path folder;

  OwnCatalogue(Path folder) {
    this.folder = folder;
    entries.setProperty("models", "");
  }

  /** Adds a copy of the program's model under another name. */
  OwnCatalogue copy(String catalogue, String model, String name) throws IOException {
    Properties shipped = new Properties();
    try (InputStream stream = OwnCatalogue.class.getResourceAsStream(RESOURCES + catalogue)) {
      shipped.load(stream);
    }
    for (String key : shipped.stringPropertyNames()) {
      if (key.startsWith(model + ".") && !key.equals(model + ".alias")) {
        set(name + key.substring(model.length()), shipped.getProperty(key));
      }
    }
    String others = entries.getProperty("models");
    return set("models", others.isEmpty() ? name : others + ", " + name);
  }

  OwnCatalogue set(String key, String value) {
    entries.setProperty(key, value);
    return this;
  }

  void write() throws IOException {
    Files.createDirectories(folder);
    try (OutputStream stream = Files.newOutputStream(folder.resolve("catalogue.properties"))) {
      entries.store(stream, null);
    }
  }

  static byte[] weights(String file) throws IOException {
    try (InputStream stream = OwnCatalogue.class.getResourceAsStream(RESOURCES + file)) {
      return stream.readAllBytes();
    }
  }
}
