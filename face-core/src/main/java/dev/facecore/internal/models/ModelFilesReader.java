package dev.facecore.internal.models;

import static dev.facecore.internal.models.CatalogueValues.expected;
import static dev.facecore.internal.models.CatalogueValues.words;

import dev.facecore.internal.onnx.ModelContract;
import dev.facecore.internal.onnx.ModelContract.Port;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Reads what a catalogue says of a model's files: names, digests, sizes and addresses, as many of
 * each, and for each network among them its input and outputs, separated by {@code |}.
 */
final class ModelFilesReader {
  private static final String NETWORK = ".onnx";

  private final String name;
  private final Values values;

  /** How a key's text becomes a value; names the key if it is missing or the parser refuses it. */
  interface Values {
    <T> T read(String key, Function<String, T> parser);

    boolean has(String key);
  }

  ModelFilesReader(String name, Values values) {
    this.name = name;
    this.values = values;
  }

  List<ModelFile> files() {
    List<String> names =
        values.read(
            name + ".file", text -> words(text, "\\s+").map(CatalogueValues::name).toList());
    int count = names.size();
    List<String> digests = many("sha256", "\\s+", count, CatalogueValues::sha256);
    List<OptionalLong> sizes = many("bytes", "\\s+", count, CatalogueValues::size);
    Optional<List<Download>> downloads =
        values.has(name + ".download")
            ? Optional.of(many("download", "\\s+", count, Download::parse))
            : Optional.empty();
    Iterator<ModelContract> contracts = contracts(names).iterator();
    List<ModelFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int file = i;
      files.add(
          new ModelFile(
              names.get(i),
              digests.get(i),
              sizes.get(i),
              isNetwork(names.get(i)) ? Optional.of(contracts.next()) : Optional.empty(),
              downloads.map(all -> all.get(file))));
    }
    return files;
  }

  private List<ModelContract> contracts(List<String> names) {
    int networks = (int) names.stream().filter(ModelFilesReader::isNetwork).count();
    if (networks == 0) return List.of();
    List<Port> inputs = many("input", "\\|", networks, Port::parse);
    List<List<Port>> outputs =
        many("outputs", "\\|", networks, text -> words(text, "\\s+").map(Port::parse).toList());
    List<ModelContract> contracts = new ArrayList<>();
    for (int i = 0; i < networks; i++) {
      contracts.add(new ModelContract(inputs.get(i), outputs.get(i)));
    }
    return contracts;
  }

  private static boolean isNetwork(String file) {
    return file.endsWith(NETWORK);
  }

  private <T> List<T> many(String key, String separator, int count, Function<String, T> parser) {
    return values.read(
        name + "." + key,
        text -> {
          List<T> found = words(text, separator).map(parser).toList();
          if (found.size() == count) return found;
          throw expected(count == 1 ? "one value" : count + " values", text);
        });
  }
}
