package dev.facecore.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mistake is one line: which option, which value, what is allowed, and where help is. */
class UsageMistakeTest {
  private static final String EXTRACT = "extract photos --out x ";

  private record Mistake(String command, String sentence) {}

  private static void check(List<Mistake> mistakes, int count) {
    for (Mistake mistake : mistakes) {
      String[] arguments =
          mistake.command().isEmpty() ? new String[0] : mistake.command().trim().split(" ");
      Cli.Result result = Cli.run(arguments);
      assertEquals(2, result.status(), mistake + " " + result.errors());
      assertEquals("", result.output(), mistake.command());
      assertEquals(1, result.errors().lines().count(), result.errors());
      String named = result.errors().substring(0, result.errors().indexOf(':'));
      assertEquals(
          named + ": " + mistake.sentence() + " Help: " + named + " --help",
          result.errors().strip());
    }
    assertEquals(count, mistakes.size());
  }

  @Test
  void of_a_value() {
    check(
        List.of(
            new Mistake(
                EXTRACT + "--threshold 2", "--threshold must be a number from 0 to 1, got '2'."),
            new Mistake(
                EXTRACT + "--threshold NaN",
                "--threshold must be a number from 0 to 1, got 'NaN'."),
            new Mistake(
                EXTRACT + "--threshold -1", "--threshold must be a number from 0 to 1, got '-1'."),
            new Mistake(
                EXTRACT + "--threads 0",
                "--threads must be a whole number from 1 to 1024, got '0'."),
            new Mistake(
                EXTRACT + "--threads two",
                "--threads must be a whole number from 1 to 1024, got 'two'."),
            new Mistake(
                EXTRACT + "--min-face-size 0",
                "--min-face-size must be a whole number, 1 or more, got '0'."),
            new Mistake(
                EXTRACT + "--dedup last", "--dedup must be first, best or cluster, got 'last'."),
            new Mistake(
                EXTRACT + "--detection-size 63",
                "--detection-size must be auto or a whole number from 64 to 4096, got '63'."),
            new Mistake(
                "bench photos --rounds 0", "--rounds must be a whole number, 1 or more, got '0'."),
            new Mistake(
                "models fetch yunet --mirror a:b:c",
                "--mirror must be an address like https://mirror.example.com/models, got a:b:c."),
            new Mistake(
                "models fetch yunet --mirror %zz", "--mirror must be an address, got '%zz'."),
            new Mistake(
                "extract photos --out -",
                "--out must be a folder, got '-': the results are several files."),
            new Mistake(
                "extract photos --out photos/obama.jpg",
                "--out must be a folder, got 'photos/obama.jpg', which is another kind of file.")),
        13);
  }

  @Test
  void of_a_name() {
    check(
        List.of(
            new Mistake("", "Name a command, such as extract."),
            new Mistake("extrat", "There is no command 'extrat'; did you mean extract?"),
            new Mistake(
                EXTRACT + "--treshold 0.4",
                "There is no option '--treshold'; did you mean --threshold?"),
            new Mistake("models", "Name what to do with models: list, fetch or verify."),
            new Mistake("models list x", "The argument 'x' is one too many."),
            new Mistake("extract photos", "--out DIR is missing."),
            new Mistake("extract", "--out DIR and PATH are missing."),
            new Mistake("extract photos --out", "--out needs a value: --out DIR."),
            new Mistake("extract no-such --out x", "There is no no-such."),
            new Mistake("bench no-such", "There is no no-such.")),
        10);
    String detector = Cli.run((EXTRACT + "--detector nobody").split(" ")).errors();
    assertTrue(
        detector.startsWith("faces extract: --detector must be one of retinaface, "), detector);
    assertTrue(detector.endsWith(", got 'nobody'. Help: faces extract --help\n"), detector);
    assertFalse(Files.exists(Path.of("x")), "a mistake makes no folder");
  }

  @Test
  void files_of_the_users_own_are_not_replaced(@TempDir Path out) throws IOException {
    Files.writeString(out.resolve("index.html"), "mine");
    Cli.Result result = Cli.run("extract", "photos", "--out", out.toString());
    assertEquals(2, result.status());
    assertEquals(
        "faces extract: --out "
            + out
            + " holds index.html, which faces did not make and would replace; move it, or choose"
            + " another folder. Help: faces extract --help",
        result.errors().strip());
    assertEquals("mine", Files.readString(out.resolve("index.html")));
  }

  @Test
  void what_is_typed_cannot_steer_a_terminal() {
    Cli.Result result = Cli.run("extract", "a\u001b[2J\nb", "--out", "\u202ex");
    assertEquals(
        "faces extract: There is no a\\u001B[2J\\u000Ab. Help: faces extract --help",
        result.errors().strip());
  }
}
