package dev.facecore.examples.evaluate;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code faces evaluate}: measures accuracy on photographs with ground truth. */
@Command(
    name = "evaluate",
    description = "Measures accuracy on photographs with ground truth; for developers.",
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
      BystandersCommand.class
    })
public final class EvaluateCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Name what to evaluate, such as pairs");
  }
}
