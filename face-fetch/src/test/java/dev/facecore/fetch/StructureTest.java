package dev.facecore.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The public types of this module, and that fetching images and models share no code. */
class StructureTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/facecore");
  private static final int MOST_LINES = 250;

  @Test
  void four_types_are_public() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path file : sources(SOURCES.resolve("fetch"))) {
      names.add(file.getFileName().toString().replace(".java", ""));
    }
    names.remove("package-info");
    assertEquals(
        Set.of("SafeFetcher", "SafeFetcherBuilder", "ModelDownloads", "DownloadOptions"), names);
  }

  @Test
  void images_and_models_are_fetched_apart() throws IOException {
    int read = 0;
    for (Path file : sources(SOURCES.resolve("internal/fetch"))) {
      String text = Files.readString(file);
      assertFalse(text.contains("dev.facecore.internal.download"), file.toString());
      assertFalse(text.contains("dev.facecore.internal.models"), file.toString());
      read++;
    }
    for (Path file : sources(SOURCES.resolve("internal/download"))) {
      assertFalse(Files.readString(file).contains("internal.fetch"), file.toString());
      read++;
    }
    assertTrue(read > 40, "only " + read + " files were read");
  }

  @Test
  void files_stay_small() throws IOException {
    for (Path file : sources(SOURCES)) {
      int lines = Files.readAllLines(file).size();
      assertTrue(lines <= MOST_LINES, () -> file + " has " + lines + " lines");
    }
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
