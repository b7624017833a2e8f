package dev.facecore.examples.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.examples.Cli;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files keep apart and are found whatever they are called and whatever the locale is. */
@EnabledOnOs(OS.LINUX)
class FileNamesIT {
  private static final String HOLDS_RESULTS =
      " contains results of faces: %d headshots and thumbnails there are not searched.";

  @TempDir Path folder;

  private Path in;
  private Path out;

  @BeforeEach
  void copyPhotos() throws IOException {
    // Umlauts in UTF-8, and two in Latin-1.
    in = Files.createDirectory(named(folder, "Fotos%20M%C3%BCnchen"));
    Files.copy(Path.of("photos/obama.jpg"), named(in, "%FC.jpg"));
    Files.copy(Path.of("photos/biden.jpg"), named(in, "%E4.jpg"));
    Files.copy(Path.of("photos/obama2.jpg"), named(in, "J%C3%BCrgen.jpg"));
    out = named(folder, "%C3%9Cbersicht");
  }

  private static Path named(Path folder, String name) {
    return Path.of(URI.create(folder.toUri() + "/" + name));
  }

  /** With the arguments as the shell passes them, and the folder as the working folder. */
  private int runInLocale(String locale, String arguments) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder program =
        new ProcessBuilder(
                "sh", "-c", "exec \"$@\" " + arguments, "sh", java, "dev.facecore.examples.Faces")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("printed").toFile());
    program.environment().put("LC_ALL", locale);
    program.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = program.start();
    assertTrue(process.waitFor(100, TimeUnit.SECONDS));
    return process.exitValue();
  }

  private String printed() throws IOException {
    return Files.readString(folder.resolve("printed"));
  }

  private List<String> images() throws IOException {
    List<String> images = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve("images.jsonl"))) {
      images.add(new ObjectMapper().readTree(line).get("image").asText());
    }
    return images;
  }

  @Test
  void in_a_locale_without_any_encoding() throws Exception {
    String all =
        "extract \"$(printf 'Fotos M\\303\\274nchen')\" --out \"$(printf '\\303\\234bersicht')\"";
    assertEquals(0, runInLocale("C", all), printed());
    assertTrue(printed().startsWith("3 images, 3 faces, 2 people: \\u00DCbersicht/"), printed());
    List<String> expected =
        Stream.of("J\u00fcrgen.jpg", "\\xE4.jpg", "\\xFC.jpg")
            .map(name -> "Fotos M\u00fcnchen/" + name)
            .toList();
    assertEquals(expected, images());
    String page = Files.readString(out.resolve("index.html"));
    assertTrue(page.contains("\"./../Fotos%20M%C3%BCnchen/%FC.jpg\""));
    for (String file : List.of("people.json", "faces.jsonl")) {
      assertTrue(Files.size(out.resolve(file)) > 0, file);
    }

    assertEquals(0, runInLocale("C.UTF-8", all), printed());
    assertTrue(printed().contains("3 of the images were searched by an earlier run"), printed());
    assertEquals(expected, images());

    String one = "extract \"$(printf 'Fotos M\\303\\274nchen/\\374.jpg')\" --out one";
    assertEquals(0, runInLocale("C", one), printed());
    assertTrue(printed().startsWith("1 images, 1 faces, 1 people: one/"), printed());
  }

  @Test
  void results_below_the_pictures_are_not_searched_and_named() throws IOException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Files.copy(Path.of("photos/biden.jpg"), photos.resolve("biden.jpg"));
    String first = Cli.run("extract", photos + "", "--out", photos + "").output();
    assertTrue(first.startsWith("1 images, 1 faces, 1 people: "), first);
    Path earlier = photos.resolve("people");
    assertEquals(0, Cli.run("extract", photos + "", "--out", earlier + "").status());
    Files.copy(Path.of("photos/obama.jpg"), earlier.resolve("headshots/person-00009.jpg"));
    for (Path target : List.of(photos, earlier, folder.resolve("elsewhere"))) {
      Cli.Result result = Cli.run("extract", photos + "", "--out", target + "", "--dedup", "first");
      assertEquals(0, result.status(), result.errors());
      String real = photos.toRealPath().toString();
      assertEquals(
          List.of(
              real + HOLDS_RESULTS.formatted(target.equals(photos) ? 1 : 2),
              real + "/people" + HOLDS_RESULTS.formatted(target.endsWith("elsewhere") ? 2 : 1),
              "2 images, 2 faces, 2 people: " + target.resolve("index.html")),
          result.output().lines().limit(3).toList());
    }
    assertTrue(Files.exists(earlier.resolve("headshots/person-00009.jpg")));
  }
}
