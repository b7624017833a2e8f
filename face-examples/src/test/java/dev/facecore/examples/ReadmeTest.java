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
    String shown = firstProgram(Path.of("../README.md"));
    assertEquals(imports("QuickStart") + "\n" + program("QuickStart"), shown);
  }

  @Test
  void program_of_the_guide_is_growing_album() throws IOException {
    assertEquals(program("GrowingAlbum"), firstProgram(Path.of("../docs/albums.md")));
  }

  private static String program(String name) throws IOException {
    String source = source(name);
    return source.substring(source.indexOf("public final class"));
  }

  private static String imports(String name) throws IOException {
    String source = source(name);
    return source.substring(source.indexOf("import "), source.indexOf("\n/**"));
  }

  private static String source(String name) throws IOException {
    return Files.readString(Path.of("src/main/java/dev/facecore/examples", name + ".java"));
  }

  private static String firstProgram(Path page) throws IOException {
    Matcher block =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(page));
    assertTrue(block.find(), page + " shows a program");
    return block.group(1);
  }
}
