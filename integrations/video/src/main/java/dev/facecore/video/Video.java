package dev.facecore.video;

import dev.facecore.console.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line of videos. */
@Command(
    name = "face-video",
    description = "Finds who is seen in a video, and when.",
    footer = {"", "Exit status: 0 done, 1 the work failed in part or whole, 2 wrong usage."},
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {PeopleCommand.class, ScenesCommand.class})
public final class Video implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  Video() {}

  public static void main(String[] arguments) {
    Program.main(new Video(), arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command, such as people");
  }
}
