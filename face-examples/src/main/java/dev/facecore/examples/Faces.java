package dev.facecore.examples;

import dev.facecore.console.Program;
import dev.facecore.examples.bench.BenchCommand;
import dev.facecore.examples.blur.BlurCommand;
import dev.facecore.examples.extract.ExtractCommand;
import dev.facecore.examples.models.ModelsCommand;
import dev.facecore.examples.people.CompareCommand;
import dev.facecore.examples.people.FindCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of users. */
@Command(
    name = "faces",
    header = "Finds the distinct people in images.",
    footer = {
      "",
      "Exit status: 0 done, 1 some images or the work failed, 2 wrong usage.",
      "",
      "Examples (faces stands for java -jar face-examples/target/faces.jar):",
      "  faces extract photos --out people",
      "  faces compare passport.jpg selfie.jpg",
      "  faces find party.jpg --known family",
      "  faces blur photos --out blurred",
      "  faces models list --short",
      "  faces bench photos --rounds 5",
      "  faces extract --help"
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ExtractCommand.class,
      CompareCommand.class,
      FindCommand.class,
      BlurCommand.class,
      ModelsCommand.class,
      BenchCommand.class
    })
public final class Faces implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  Faces() {}

  public static void main(String[] arguments) {
    Program.main(new Faces(), arguments);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Name a command, such as extract.");
  }
}
