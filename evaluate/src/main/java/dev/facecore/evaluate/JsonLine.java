package dev.facecore.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import picocli.CommandLine.Model.CommandSpec;

/** What a command measured, as one line of JSON. */
final class JsonLine {
  private JsonLine() {}

  static void print(CommandSpec command, Object report) throws JsonProcessingException {
    command.commandLine().getOut().println(new ObjectMapper().writeValueAsString(report));
  }
}
