package dev.facecore.examples;

import dev.facecore.FaceException;
import dev.facecore.ModelException;
import dev.facecore.examples.bench.BenchCommand;
import dev.facecore.examples.console.Numbers;
import dev.facecore.examples.console.OrderlyStop;
import dev.facecore.examples.console.SafeWriter;
import dev.facecore.examples.console.StandardStream;
import dev.facecore.examples.console.UsageMistake;
import dev.facecore.examples.console.VisibleText;
import dev.facecore.examples.evaluate.EvaluateCommand;
import dev.facecore.examples.extract.ExtractCommand;
import dev.facecore.examples.files.DiskProblem;
import dev.facecore.examples.files.PathConverter;
import dev.facecore.examples.files.RawArguments;
import dev.facecore.examples.models.ModelsCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
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
    SafeWriter output = StandardStream.output();
    SafeWriter errors = StandardStream.errors();
    OrderlyStop.onSignals();
    int status = run(output, errors, RawArguments.of(arguments));
    OrderlyStop.exit(status);
  }

  /** Runs one command and returns its exit status. */
  static int run(SafeWriter output, SafeWriter errors, String... arguments) {
    CommandLine line =
        new CommandLine(new Faces())
            .setOut(new PrintWriter(output, true))
            .setErr(new PrintWriter(errors, true));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(HELP_WIDTH);
    // Its signs for colours would not pass a writer that is safe for terminals.
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    nameVersion(line);
    registerConverters(line);
    line.setParameterExceptionHandler(new UsageMistake());
    line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
    line.setExpandAtFiles(false); // a folder may be called @something
    int status = execute(line, arguments);
    line.getOut().flush();
    return output.failure().map(failure -> unwritten(failure, status, line)).orElse(status);
  }

  private static int execute(CommandLine line, String... arguments) {
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError e) {
      line.getErr()
          .println("faces: Java's memory is not enough; give it more, such as java -Xmx4g.");
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static void registerConverters(CommandLine line) {
    line.registerConverter(Path.class, new PathConverter());
    line.registerConverter(int.class, new Numbers.Whole());
    line.registerConverter(Integer.class, new Numbers.Whole());
    line.registerConverter(long.class, new Numbers.LongWhole());
    line.registerConverter(URI.class, Faces::address);
    line.registerConverter(double.class, new Numbers.Real());
    line.registerConverter(Double.class, new Numbers.Real());
  }

  private static URI address(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new CommandLine.TypeConversionException("must be an address, got '" + text + "'");
    }
  }

  // Who closes a pipe, as head does, has read enough; a full disk is another matter.
  private static int unwritten(IOException failure, int status, CommandLine line) {
    if (DiskProblem.reason(failure).toLowerCase(Locale.ROOT).contains("pipe")) return status;
    line.getErr().println("faces: The output cannot be written: " + DiskProblem.reason(failure));
    return status == CommandLine.ExitCode.OK ? CommandLine.ExitCode.SOFTWARE : status;
  }

  private static void nameVersion(CommandLine command) {
    command.getCommandSpec().versionProvider(new Version());
    command.getSubcommands().values().forEach(Faces::nameVersion);
  }

  // What the library explains needs no stack trace; anything else is a defect and shows one.
  private static int report(Exception failure, CommandLine command) {
    PrintWriter errors = command.getErr();
    if (OrderlyStop.isUnderWay()) return CommandLine.ExitCode.SOFTWARE;
    if (failure instanceof FaceException) {
      errors.println("faces: " + VisibleText.of(failure.getMessage()));
    } else if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      errors.println("faces: " + VisibleText.of(DiskProblem.of(failure)));
    } else {
      failure.printStackTrace(errors);
    }
    return failure instanceof ModelException
        ? CommandLine.ExitCode.USAGE
        : CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Name a command, such as extract.");
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"faces " + Faces.class.getPackage().getImplementationVersion()};
    }
  }
}
