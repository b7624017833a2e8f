package dev.facecore.video;

import dev.facecore.FaceException;
import dev.facecore.internal.natives.NativeOutput;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line. Exit status: 0 done, 1 the work failed in part or whole, 2 wrong usage. */
@Command(
    name = "face-video",
    description = "Finds who is seen in a video, and when.",
    mixinStandardHelpOptions = true,
    versionProvider = Video.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {PeopleCommand.class, ScenesCommand.class})
public final class Video implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  Video() {}

  public static void main(String[] arguments) {
    NativeOutput.drop();
    System.exit(
        run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
  }

  /** Runs one command and returns its exit status. */
  static int run(PrintWriter output, PrintWriter errors, String... arguments) {
    CommandLine line = new CommandLine(new Video()).setOut(output).setErr(errors);
    line.setParameterExceptionHandler((mistake, given) -> refuse(mistake));
    line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
    return line.execute(arguments);
  }

  // What is explained needs no stack trace; anything else is a defect and shows one.
  private static int report(Exception failure, CommandLine command) {
    PrintWriter errors = command.getErr();
    if (failure instanceof VideoException || failure instanceof FaceException) {
      errors.println("face-video: " + failure.getMessage());
    } else {
      failure.printStackTrace(errors);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  // One line: what is wrong and where help is, not the whole help.
  private static int refuse(ParameterException mistake) {
    CommandLine command = mistake.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String message = mistake.getMessage().replaceAll("\\p{Cntrl}", "?");
    String end = message.endsWith(".") ? "" : ".";
    command.getErr().println(name + ": " + message + end + " Help: " + name + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command, such as people");
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"face-video " + Video.class.getPackage().getImplementationVersion()};
    }
  }
}
