package dev.facecore.evaluate;

import dev.facecore.console.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of those who develop the library. */
@Command(
    name = "face-evaluate",
    header = "Measures accuracy on images with ground truth.",
    footer = {
      "",
      "Exit status: 0 done, 1 a bound was missed or the work failed, 2 wrong usage.",
      "",
      "Examples (face-evaluate stands for java -jar evaluate/target/face-evaluate.jar):",
      "  face-evaluate pairs IMAGES PAIRS.csv --min-accuracy 0.99",
      "  face-evaluate pairs --help"
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "WHAT",
    subcommands = {
      PairsCommand.class,
      DetectionCommand.class,
      ReferenceCommand.class,
      SizesCommand.class,
      TurnedCommand.class,
      CroppedCommand.class,
      ThresholdsCommand.class,
      ClustersCommand.class,
      QualityCommand.class,
      FalseFacesCommand.class,
      AlbumCommand.class,
      DecodingCommand.class,
      StrangersCommand.class,
      BystandersCommand.class,
      AlbumGrowthCommand.class,
      CorrectionsCommand.class
    })
public final class Evaluate implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  Evaluate() {}

  public static void main(String[] arguments) {
    Program.main(new Evaluate(), arguments);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Name what to evaluate, such as pairs");
  }
}
