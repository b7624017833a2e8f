package dev.facecore.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documentation shows what is compiled and run. */
class ReadmeTest {
  @Test
  void program_of_the_readme_is_quick_start() throws IOException {
    assertEquals(program("QuickStart"), firstProgram(Path.of("../README.md")));
  }

  @Test
  void program_of_the_guide_is_growing_album() throws IOException {
    assertEquals(program("GrowingAlbum"), firstProgram(Path.of("../docs/thresholds.md")));
  }

  private static String program(String name) throws IOException {
    String source =
        Files.readString(Path.of("src/main/java/dev/facecore/examples", name + ".java"));
    return source.substring(source.indexOf("public final class"));
  }

  private static String firstProgram(Path page) throws IOException {
    Matcher block =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(page));
    assertTrue(block.find(), page + " shows a program");
    return block.group(1);
  }
}
