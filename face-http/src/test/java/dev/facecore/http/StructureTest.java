package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Direction and size of the service's packages. */
class StructureTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/facecore/http");

  /** Each uses only those before it. */
  private static final List<String> FLOW =
      List.of(
          "log",
          "settings",
          "exchange",
          "connection",
          "request",
          "response",
          "wire",
          "access",
          "observe",
          "page");

  /** Puts the parts together. */
  private static final Set<String> ROOT =
      Set.of(
          "Errors",
          "ExtractFaces",
          "FaceService",
          "Main",
          "ModelOpening",
          "Routes",
          "StopSignals",
          "Usage");

  private static final Pattern USED = Pattern.compile("dev\\.facecore\\.http\\.(\\w+)");
  private static final int MOST_LINES = 250;

  @Test
  void packages_use_only_earlier_packages() throws IOException {
    Set<String> packages = new TreeSet<>();
    int uses = 0;
    for (Path file : sources()) {
      Path folder = SOURCES.relativize(file).getParent();
      if (folder == null) continue;
      String name = folder.toString();
      assertTrue(FLOW.contains(name), () -> file + " is of no known package");
      packages.add(name);
      Matcher used = USED.matcher(Files.readString(file));
      while (used.find()) {
        String other = used.group(1);
        assertTrue(
            FLOW.contains(other) && FLOW.indexOf(other) <= FLOW.indexOf(name),
            () -> file + " must not use " + other);
        uses++;
      }
    }
    assertEquals(new TreeSet<>(FLOW), packages);
    assertTrue(uses > 50, "only " + uses + " uses were found");
  }

  @Test
  void the_root_only_puts_the_parts_together() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path file : sources()) {
      if (SOURCES.relativize(file).getParent() != null) continue;
      names.add(file.getFileName().toString().replace(".java", ""));
    }
    names.remove("package-info");
    assertEquals(new TreeSet<>(ROOT), names);
  }

  @Test
  void answers_are_records_that_jackson_binds() throws IOException {
    Pattern byHand = Pattern.compile("\\.write(String|Number|Boolean|Object|Null)(Field)?\\(");
    int read = 0;
    for (Path file : sources()) {
      assertFalse(byHand.matcher(Files.readString(file)).find(), file.toString());
      read++;
    }
    assertTrue(read > 80, "only " + read + " files were read");
  }

  @Test
  void files_stay_small() throws IOException {
    for (Path file : sources()) {
      int lines = Files.readAllLines(file).size();
      assertTrue(lines <= MOST_LINES, () -> file + " has " + lines + " lines");
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
