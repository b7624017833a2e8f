package dev.facecore.recognition.cli;

import dev.facecore.FaceException;
import dev.facecore.internal.natives.NativeOutput;
import dev.facecore.recognition.GalleryException;
import java.io.PrintWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. Exit status: 0 done, 1 some pictures or the work failed, 2 wrong usage. */
@Command(
    name = "face-recognition",
    description = "Enrols people and recognises them in new photographs.",
    mixinStandardHelpOptions = true,
    versionProvider = RecognitionProgram.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      EnrolCommand.class,
      RecogniseCommand.class,
      ForgetCommand.class,
      ListCommand.class
    })
public final class RecognitionProgram implements Runnable {
  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  @Spec private CommandSpec spec;

  RecognitionProgram() {}

  public static void main(String[] arguments) {
    // On Java 21 and later it warns that a faster way needs a flag; this program needs none.
    LUCENE.setLevel(Level.SEVERE);
    NativeOutput.drop();
    System.exit(
        run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
  }

  /** Runs one command and returns its exit status. */
  static int run(PrintWriter output, PrintWriter errors, String... arguments) {
    CommandLine line = new CommandLine(new RecognitionProgram()).setOut(output).setErr(errors);
    line.setParameterExceptionHandler((mistake, given) -> refuse(mistake));
    line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
    return line.execute(arguments);
  }

  // What was explained needs no stack trace; anything else is a defect and shows one.
  private static int report(Exception failure, CommandLine command) {
    boolean isRefused = failure instanceof IllegalArgumentException;
    if (isRefused || failure instanceof FaceException || failure instanceof GalleryException) {
      command.getErr().println("face-recognition: " + failure.getMessage());
    } else {
      failure.printStackTrace(command.getErr());
    }
    return isRefused ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
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
    throw new ParameterException(spec.commandLine(), "Name a command, such as enrol");
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "face-recognition " + RecognitionProgram.class.getPackage().getImplementationVersion()
      };
    }
  }
}
