package dev.facecore.recognition;

import dev.facecore.console.Program;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line over galleries. */
@Command(
    name = "face-recognition",
    description = "Enrols people and recognises them in images.",
    footer = {"", "Exit status: 0 done, 1 some images or the work failed, 2 wrong usage."},
    mixinStandardHelpOptions = true,
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
    Program.main(new RecognitionProgram(), arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command, such as enrol");
  }
}
