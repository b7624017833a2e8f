package dev.facecore.examples;

import dev.facecore.FaceException;
import dev.facecore.ModelException;
import dev.facecore.examples.bench.BenchCommand;
import dev.facecore.examples.evaluate.EvaluateCommand;
import dev.facecore.examples.extract.ExtractCommand;
import dev.facecore.examples.models.ModelsCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit status: 0 done, 1 some pictures or the work failed, 2 wrong usage. */
@Command(
    name = "faces",
    header = "Finds the distinct people in photographs.",
    footer = {
      "",
      "Exit status: 0 done, 1 some pictures or the work failed, 2 wrong usage.",
      "",
      "Examples (faces stands for java -jar face-examples/target/faces.jar):",
      "  faces extract photos --out people",
      "  faces models list --short",
      "  faces bench photos --rounds 5",
      "  faces extract --help"
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ExtractCommand.class,
      ModelsCommand.class,
      BenchCommand.class,
      EvaluateCommand.class
    })
public final class Faces implements Runnable {
  private static final int HELP_WIDTH = 100;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  Faces() {}

  public static void main(String[] arguments) {
    System.exit(
        run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
  }

  /** Runs one command and returns its exit status. */
  static int run(PrintWriter output, PrintWriter errors, String... arguments) {
    CommandLine line = new CommandLine(new Faces()).setOut(output).setErr(errors);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(HELP_WIDTH);
    nameVersion(line);
    line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
    return line.execute(arguments);
  }

  private static void nameVersion(CommandLine command) {
    command.getCommandSpec().versionProvider(new Version());
    command.getSubcommands().values().forEach(Faces::nameVersion);
  }

  // What the library explains needs no stack trace; anything else is a defect and shows one.
  private static int report(Exception failure, CommandLine command) {
    PrintWriter errors = command.getErr();
    if (failure instanceof FaceException) {
      errors.println("faces: " + failure.getMessage());
    } else if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      errors.println("faces: " + DiskProblem.of(failure));
    } else {
      failure.printStackTrace(errors);
    }
    return failure instanceof ModelException
        ? CommandLine.ExitCode.USAGE
        : CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Name a command, such as extract");
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"faces " + Faces.class.getPackage().getImplementationVersion()};
    }
  }
}
