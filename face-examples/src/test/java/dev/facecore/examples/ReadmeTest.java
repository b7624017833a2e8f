package dev.facecore.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README shows what is compiled and run. */
class ReadmeTest {
  private static final Path QUICK_START =
      Path.of("src/main/java/dev/facecore/examples/QuickStart.java");

  @Test
  void program_of_the_readme_is_quick_start() throws IOException {
    Matcher block =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../README.md")));
    assertTrue(block.find(), "the README shows a program");
    String source = Files.readString(QUICK_START);
    String program = source.substring(source.indexOf("public final class"));
    assertEquals(program, block.group(1));
  }
}
