package dev.facecore.recognition;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Wrong values that the library refuses, not the reader of the command line. */
final class Usage {
  private Usage() {}

  /** Does something with what was typed; what is refused is wrong usage. */
  static <T> T of(CommandSpec command, Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }
}
