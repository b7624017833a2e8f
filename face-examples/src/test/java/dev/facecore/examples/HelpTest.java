package dev.facecore.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Everything explains itself. */
class HelpTest {
  @Test
  void every_command_and_every_option_says_what_it_does() {
    List<CommandLine> commands = new ArrayList<>();
    collect(new CommandLine(new Faces()), commands);
    int options = 0;
    for (CommandLine command : commands) {
      String help = command.getUsageMessage();
      String name = command.getCommandSpec().qualifiedName();
      assertTrue(help.contains("Usage: " + name), help);
      for (OptionSpec option : command.getCommandSpec().options()) {
        assertTrue(
            option.description().length > 0 && !option.description()[0].isBlank(),
            name + " " + option.longestName());
        options++;
      }
    }
    assertTrue(commands.size() >= 7 && options >= 40, commands.size() + ", " + options);
  }

  private static void collect(CommandLine command, List<CommandLine> commands) {
    commands.add(command);
    for (CommandLine below : command.getSubcommands().values()) collect(below, commands);
  }

  @Test
  void help_is_status_0_and_on_stdout_everywhere() {
    int asked = 0;
    for (String command : List.of("", "extract", "bench", "models", "models fetch")) {
      String[] arguments = (command + " --help").trim().split(" ");
      Cli.Result help = Cli.run(arguments);
      assertEquals(0, help.status(), command);
      assertEquals("", help.errors());
      assertTrue(help.output().lines().allMatch(line -> line.length() <= 100), help.output());
      arguments[arguments.length - 1] = "--version";
      assertTrue(Cli.run(arguments).output().startsWith("faces "), command);
      asked++;
    }
    assertEquals(5, asked);
  }
}
