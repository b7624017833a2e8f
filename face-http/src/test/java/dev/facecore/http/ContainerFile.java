package dev.facecore.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Dockerfile's instructions in order, those that go over several lines joined. */
public record ContainerFile(List<Instruction> instructions) {
  public static final Path ROOT = Path.of("..");

  /** Such as {@code COPY} and what follows it. */
  record Instruction(String name, String text) {}

  static ContainerFile read() throws IOException {
    String text = Files.readString(ROOT.resolve("Dockerfile")).replaceAll("\\\\\\R\\s*", "");
    List<Instruction> instructions = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) continue;
      String[] parts = line.split(" ", 2);
      instructions.add(new Instruction(parts[0], parts[1]));
    }
    return new ContainerFile(instructions);
  }

  /** What follows each instruction of a name. */
  List<String> all(String name) {
    return instructions.stream()
        .filter(instruction -> instruction.name().equals(name))
        .map(Instruction::text)
        .toList();
  }

  /** What follows the only instruction of a name. */
  String only(String name) {
    List<String> found = all(name);
    if (found.size() != 1) throw new AssertionError(found.size() + " instructions " + name);
    return found.get(0);
  }

  /** The words of a command that is written as a JSON list at the end of an instruction. */
  List<String> command(String name) throws IOException {
    String text = only(name);
    return List.of(new ObjectMapper().readValue(text.substring(text.indexOf('[')), String[].class));
  }
}
