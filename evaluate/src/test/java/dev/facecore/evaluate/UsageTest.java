package dev.facecore.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every measurement explains itself, and a mistake is one line. */
class UsageTest {
  @Test
  void every_measurement_and_every_option_says_what_it_does() {
    int options = 0;
    CommandLine program = new CommandLine(new Evaluate());
    for (CommandLine command : program.getSubcommands().values()) {
      String name = command.getCommandSpec().qualifiedName();
      for (OptionSpec option : command.getCommandSpec().options()) {
        assertTrue(
            option.description().length > 0 && !option.description()[0].isBlank(),
            name + " " + option.longestName());
        options++;
      }
    }
    assertEquals(16, program.getSubcommands().size());
    assertTrue(options > 80, options + " options");
  }

  @Test
  void help_and_version_are_on_stdout() {
    for (String[] help : new String[][] {{"--help"}, {"pairs", "--help"}}) {
      Cli.Result result = Cli.run(help);
      assertEquals(0, result.status(), result.errors());
      assertTrue(result.output().contains("Usage: face-evaluate"), result.output());
    }
    assertTrue(Cli.run("pairs", "--version").output().startsWith("face-evaluate "));
  }

  @Test
  void mistake_names_the_option_the_value_and_what_is_allowed() {
    Map<String, String> lines =
        Map.of(
            "",
            "face-evaluate: Name what to evaluate, such as pairs. Help: face-evaluate --help",
            "pairs x y --min-accuracy high",
            "face-evaluate pairs: --min-accuracy must be a number, got 'high'. Help: face-evaluate"
                + " pairs --help",
            "clusters x y --threshold 2",
            "face-evaluate clusters: --threshold must be a number from 0 to 1, got '2'. Help:"
                + " face-evaluate clusters --help");
    lines.forEach(
        (arguments, line) -> {
          Cli.Result result = Cli.run(arguments.isEmpty() ? new String[0] : arguments.split(" "));
          assertEquals(2, result.status(), arguments);
          assertEquals(line, result.errors().strip());
        });
    assertEquals(3, lines.size());
  }
}
