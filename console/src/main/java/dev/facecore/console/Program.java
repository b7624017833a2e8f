package dev.facecore.console;

import dev.facecore.FaceException;
import dev.facecore.ModelException;
import dev.facecore.console.files.DiskProblem;
import dev.facecore.console.files.PathConverter;
import dev.facecore.console.files.RawArguments;
import dev.facecore.console.options.Numbers;
import dev.facecore.console.stop.OrderlyStop;
import dev.facecore.console.terminal.SafeWriter;
import dev.facecore.console.terminal.StandardStream;
import dev.facecore.console.terminal.VisibleText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;

/**
 * Runs the commands of a command-line program and says in one line what went wrong. Exit status: 0
 * done, 1 some pictures or the work failed, 2 wrong usage.
 */
public final class Program {
  private static final int HELP_WIDTH = 100;

  private final CommandLine line;
  private final String name;

  private Program(Object command, SafeWriter output, SafeWriter errors) {
    line =
        new CommandLine(command)
            .setOut(new PrintWriter(output, true))
            .setErr(new PrintWriter(errors, true));
    name = line.getCommandName();
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(HELP_WIDTH);
    // Its signs for colours would not pass a writer that is safe for terminals.
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    String version = name + " " + command.getClass().getPackage().getImplementationVersion();
    nameVersion(line, () -> new String[] {version});
    registerConverters(line);
    line.setParameterExceptionHandler(new UsageMistake());
    line.setExecutionExceptionHandler((failure, failed, parsed) -> report(failure, failed));
    line.setExpandAtFiles(false); // a folder may be called @something
  }

  /**
   * The main method of a program: runs the command that the arguments name and ends the process,
   * also when a signal stops it.
   *
   * @param command annotated with {@link CommandLine.Command}; its name is the program's, and its
   *     jar has the version
   */
  public static void main(Object command, String... arguments) {
    SafeWriter output = StandardStream.output();
    SafeWriter errors = StandardStream.errors();
    OrderlyStop.onSignals();
    int status = run(command, output, errors, RawArguments.of(arguments));
    OrderlyStop.exit(status);
  }

  /** Runs one command and returns its exit status. */
  public static int run(Object command, SafeWriter output, SafeWriter errors, String... arguments) {
    // Not before the streams are ours: picocli remembers what standard error was when it began.
    Program program = new Program(command, output, errors);
    int status = program.execute(arguments);
    program.line.getOut().flush();
    return output.failure().map(failure -> program.unwritten(failure, status)).orElse(status);
  }

  private int execute(String... arguments) {
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError e) {
      tell("Java's memory is not enough; give it more, such as java -Xmx4g.");
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static void registerConverters(CommandLine line) {
    line.registerConverter(Path.class, new PathConverter());
    line.registerConverter(int.class, new Numbers.Whole());
    line.registerConverter(Integer.class, new Numbers.Whole());
    line.registerConverter(long.class, new Numbers.LongWhole());
    line.registerConverter(URI.class, Program::address);
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
  private int unwritten(IOException failure, int status) {
    if (DiskProblem.reason(failure).toLowerCase(Locale.ROOT).contains("pipe")) return status;
    tell("The output cannot be written: " + DiskProblem.reason(failure));
    return status == CommandLine.ExitCode.OK ? CommandLine.ExitCode.SOFTWARE : status;
  }

  private static void nameVersion(CommandLine command, CommandLine.IVersionProvider version) {
    command.getCommandSpec().versionProvider(version);
    command.getSubcommands().values().forEach(below -> nameVersion(below, version));
  }

  // What the library explains needs no stack trace; anything else is a defect and shows one.
  private int report(Exception failure, CommandLine command) {
    if (OrderlyStop.isUnderWay()) return CommandLine.ExitCode.SOFTWARE;
    if (failure instanceof ModelException model) {
      tell(VisibleText.of(message(model)));
    } else if (failure instanceof FaceException) {
      tell(VisibleText.of(failure.getMessage()));
    } else if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      tell(VisibleText.of(DiskProblem.of(failure)));
    } else {
      failure.printStackTrace(command.getErr());
    }
    return failure instanceof ModelException
        ? CommandLine.ExitCode.USAGE
        : CommandLine.ExitCode.SOFTWARE;
  }

  // The library names its own methods; who types commands is told the command.
  private static String message(ModelException failure) {
    String fetch = " faces models fetch " + failure.model().orElse("NAME");
    return switch (failure.remedy()) {
      case NONE -> failure.getMessage();
      case DOWNLOAD -> failure.problem() + " Or run:" + fetch + ".";
      case ACCEPT_LICENCE ->
          failure.problem() + " If that suits your use, accept it:" + fetch + " --accept-licence.";
    };
  }

  private void tell(String sentence) {
    line.getErr().println(name + ": " + sentence);
  }
}
