package dev.facecore.examples.options;

import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** At which size faces are looked for. */
public final class DetectionSizeOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--detection-size",
      paramLabel = "PIXELS",
      defaultValue = "auto",
      description =
          "The longer side, in pixels, to which larger images are shrunk for finding faces: 64 to"
              + " 4096, or auto (640, and twice that if faces are small).")
  private String text;

  /** Empty for auto; anything but a number is wrong usage. */
  public OptionalInt value() {
    if (text.equals("auto")) return OptionalInt.empty();
    try {
      return OptionalInt.of(inRange(Integer.parseInt(text)));
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(
          command.commandLine(),
          "--detection-size must be auto or a whole number from 64 to 4096, got '" + text + "'.");
    }
  }

  private static int inRange(int size) {
    if (size < 64 || size > 4096) throw new IllegalArgumentException();
    return size;
  }
}
