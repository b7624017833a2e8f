package dev.facecore.console;

import dev.facecore.console.terminal.VisibleText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in one line what is wrong with a command line, and where help is: the option, its value, and
 * what is allowed.
 */
public final class UsageMistake implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String sentence = VisibleText.of(sentence(mistake));
    command.getErr().println(name + ": " + sentence + " Help: " + name + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  private static String sentence(ParameterException mistake) {
    String text;
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      text = unmatched(unmatched);
    } else if (mistake instanceof MissingParameterException missing) {
      text = missing(missing);
    } else if (mistake.getArgSpec() != null && mistake.getArgSpec().type().isEnum()) {
      text = name(mistake.getArgSpec()) + " " + choice(mistake);
    } else if (mistake.getCause() instanceof TypeConversionException wrong) {
      text = name(mistake.getArgSpec()) + " " + wrong.getMessage();
    } else {
      text = mistake.getMessage();
    }
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }

  private static String unmatched(UnmatchedArgumentException mistake) {
    String typed = "'" + mistake.getUnmatched().get(0) + "'";
    CommandLine command = mistake.getCommandLine();
    Set<String> commands = command.getSubcommands().keySet();
    if (mistake.isUnknownOption()) {
      Set<String> options = command.getCommandSpec().optionsMap().keySet();
      return "There is no option " + typed + meant(mistake, options).orElse("");
    }
    return commands.isEmpty()
        ? "The argument " + typed + " is one too many"
        : "There is no command "
            + typed
            + meant(mistake, commands).orElse("; give " + alternatives(commands.stream()));
  }

  private static Optional<String> meant(UnmatchedArgumentException mistake, Set<String> names) {
    return Similar.to(mistake.getUnmatched().get(0), names.stream())
        .map(name -> "; did you mean " + name + "?");
  }

  private static String missing(MissingParameterException mistake) {
    List<ArgSpec> missing = mistake.getMissing();
    if (missing.isEmpty()) return mistake.getMessage();
    ArgSpec first = missing.get(0);
    if (first instanceof OptionSpec && mistake.getMessage().contains("for option")) {
      return name(first) + " needs a value: " + label(first);
    }
    Stream<String> labels = missing.stream().map(UsageMistake::label);
    if (mistake.getMessage().contains("specify one of these")) {
      return alternatives(labels) + " is missing";
    }
    return labels.collect(Collectors.joining(" and "))
        + (missing.size() == 1 ? " is missing" : " are missing");
  }

  private static String choice(ParameterException mistake) {
    Stream<String> names =
        Stream.of(mistake.getArgSpec().type().getEnumConstants())
            .map(value -> value.toString().toLowerCase(Locale.ROOT));
    return "must be " + alternatives(names) + ", got '" + mistake.getValue() + "'";
  }

  private static String alternatives(Stream<String> names) {
    List<String> all = names.toList();
    String last = all.get(all.size() - 1);
    return all.size() == 1
        ? last
        : String.join(", ", all.subList(0, all.size() - 1)) + " or " + last;
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String label(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }
}
