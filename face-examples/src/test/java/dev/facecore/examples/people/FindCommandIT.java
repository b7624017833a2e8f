package dev.facecore.examples.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.examples.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindCommandIT {
  @Test
  void names_who_is_known_and_nobody_else(@TempDir Path folder) throws IOException {
    Path barack = Files.createDirectory(folder.resolve("Barack"));
    Files.copy(Path.of("photos/obama.jpg"), barack.resolve("first.jpg"));
    Files.copy(Path.of("photos/astronaut.png"), folder.resolve("Eileen.png"));
    Cli.Result found = Cli.run("find", "photos/obama2.jpg", "--known", folder.toString());
    assertEquals(0, found.status(), found.errors());
    assertTrue(
        found.output().matches("Barack: similarity 0\\.\\d+, false match rate .*, at \\[.*]\\R"),
        found.output());
    Cli.Result stranger = Cli.run("find", "photos/biden.jpg", "--known", folder.toString());
    assertEquals(0, stranger.status(), stranger.errors());
    assertTrue(stranger.output().startsWith("unknown, at ["), stranger.output());
  }

  @Test
  void a_photograph_without_a_face_is_named_and_the_rest_is_done(@TempDir Path folder)
      throws IOException {
    Files.copy(Path.of("photos/obama.jpg"), folder.resolve("Barack.jpg"));
    Files.copy(Path.of("photos/coffee.png"), folder.resolve("Cup.png"));
    Cli.Result found = Cli.run("find", "photos/obama2.jpg", "--known", folder.toString());
    assertEquals(1, found.status());
    assertTrue(found.output().startsWith("Barack: "), found.output());
    assertTrue(found.errors().contains("Cup.png: No face was found."), found.errors());
    assertEquals(2, Cli.run("find", "photos/x.jpg", "--known", folder.toString()).status());
    assertEquals(2, Cli.run("find", "photos/obama.jpg", "--known", "photos/obama.jpg").status());
  }
}
