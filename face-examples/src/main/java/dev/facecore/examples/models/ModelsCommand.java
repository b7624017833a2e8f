package dev.facecore.examples.models;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code faces models}: which there are, and those that are fetched. */
@Command(
    name = "models",
    description = "Lists, fetches and checks models.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "WHAT",
    subcommands = {ListCommand.class, FetchCommand.class, VerifyCommand.class})
public final class ModelsCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Name what to do with models: list, fetch or verify");
  }
}
