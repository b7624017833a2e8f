package dev.facecore.examples.cookbook;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes people as JSON and reads them back, with every digit of their embeddings. */
final class JsonOut {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonOut() {}

  static void write(List<Person> people, Path file) throws IOException {
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), people);
  }

  static List<Person> read(Path file) throws IOException {
    return List.of(JSON.readValue(file.toFile(), Person[].class));
  }
}
