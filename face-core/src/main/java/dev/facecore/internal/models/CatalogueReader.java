package dev.facecore.internal.models;

import dev.facecore.ModelException;
import dev.facecore.internal.onnx.PixelRecipe;
import dev.facecore.model.ModelInfo;
import dev.facecore.stage.PoorPairs;
import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * Reads a catalogue. {@code models} lists the names in order; what is said of one of them is under
 * keys that begin with its name and a dot.
 */
final class CatalogueReader implements ModelFilesReader.Values {
  private final String origin;
  private final Properties properties;

  private CatalogueReader(String origin, Properties properties) {
    this.origin = origin;
    this.properties = properties;
  }

  static List<ModelEntry> read(String origin, Properties properties) {
    CatalogueReader reader = new CatalogueReader(origin, properties);
    return reader.read("models", CatalogueValues::names).stream().map(reader::entry).toList();
  }

  private ModelEntry entry(String name) {
    ModelInfo.Task task = read(name + ".task", CatalogueValues::task);
    boolean embeds = task == ModelInfo.Task.EMBEDDING;
    List<ModelFile> files = new ModelFilesReader(name, this).files();
    PixelRecipe recipe = read(name + ".recipe", PixelRecipe::parse);
    return new ModelEntry(
        name,
        optional(name + ".alias", CatalogueValues::name),
        task,
        value(name + ".family"),
        files,
        value(name + ".licence"),
        read(name + ".commercial-use", CatalogueValues::truth),
        value(name + ".origin"),
        value(name + ".accuracy"),
        recipe,
        embeds ? read(name + ".quality", CatalogueValues::quantiles) : Optional.empty(),
        embeds
            ? Optional.of(thresholds(name, ModelIdentity.of(name, files, recipe)))
            : Optional.empty(),
        optional(name + ".readability", CatalogueValues::readability)
            .orElse(Readability.NOT_MEASURED));
  }

  private ThresholdTable thresholds(String name, String identity) {
    List<ThresholdTable.Row> rows = read(name + ".thresholds", CatalogueValues::rows);
    String protocol =
        rows.isEmpty() ? CatalogueValues.UNMEASURED : value(name + ".thresholds-protocol");
    PoorPairs poorPairs =
        optional(name + ".poor-pairs", CatalogueValues::poorPairs).orElse(PoorPairs.NOT_MEASURED);
    return new ThresholdTable(identity, protocol, rows, poorPairs);
  }

  private <T> Optional<T> optional(String key, Function<String, T> parser) {
    return has(key) ? Optional.of(read(key, parser)) : Optional.empty();
  }

  @Override
  public boolean has(String key) {
    return properties.getProperty(key) != null;
  }

  @Override
  public <T> T read(String key, Function<String, T> parser) {
    String text = value(key);
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          "The key '" + key + "' in the catalogue of " + origin + " is wrong: " + e.getMessage(),
          e);
    }
  }

  private String value(String key) {
    return Optional.ofNullable(properties.getProperty(key))
        .map(String::trim)
        .filter(text -> !text.isEmpty())
        .orElseThrow(
            () ->
                new ModelException("The catalogue of " + origin + " lacks the key '" + key + "'."));
  }
}
