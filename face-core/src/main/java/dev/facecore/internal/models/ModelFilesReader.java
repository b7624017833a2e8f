package dev.facecore.internal.models;

import static dev.facecore.internal.models.CatalogueReader.expected;
import static dev.facecore.internal.models.CatalogueReader.words;

import dev.facecore.internal.onnx.ModelContract;
import dev.facecore.internal.onnx.ModelContract.Port;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what a catalogue says of a model's files: names, digests and sizes, as many of each, and
 * for each network among them its input and outputs, separated by {@code |}.
 */
final class ModelFilesReader {
  private static final String NETWORK = ".onnx";

  private final String name;
  private final Values values;

  /** How a key's text becomes a value; names the key if the parser refuses it. */
  interface Values {
    <T> T read(String key, Function<String, T> parser);
  }

  ModelFilesReader(String name, Values values) {
    this.name = name;
    this.values = values;
  }

  List<ModelFile> files() {
    List<String> names = values.read(name + ".file", text -> words(text, "\\s+").toList());
    List<String> digests = many("sha256", "\\s+", names.size(), ModelFilesReader::sha256);
    List<Long> sizes = many("bytes", "\\s+", names.size(), ModelFilesReader::size);
    Iterator<ModelContract> contracts = contracts(names).iterator();
    List<ModelFile> files = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Optional<ModelContract> contract =
          names.get(i).endsWith(NETWORK) ? Optional.of(contracts.next()) : Optional.empty();
      files.add(new ModelFile(names.get(i), digests.get(i), sizes.get(i), contract));
    }
    return files;
  }

  private List<ModelContract> contracts(List<String> names) {
    int networks = (int) names.stream().filter(file -> file.endsWith(NETWORK)).count();
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

  private <T> List<T> many(String key, String separator, int count, Function<String, T> parser) {
    return values.read(
        name + "." + key,
        text -> {
          List<T> found = words(text, separator).map(parser).toList();
          if (found.size() != count) {
            throw expected(count == 1 ? "one value" : count + " values", text);
          }
          return found;
        });
  }

  private static String sha256(String text) {
    if (!text.matches("[0-9a-f]{64}")) throw expected("64 lower-case hexadecimal digits", text);
    return text;
  }

  private static long size(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) throw expected("a size in bytes", text);
    return Long.parseLong(text);
  }
}
