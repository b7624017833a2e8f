package dev.facecore.examples.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.examples.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandIT {
  @Test
  void says_whether_it_is_one_person() {
    Cli.Result same = Cli.run("compare", "photos/obama.jpg", "photos/obama2.jpg");
    assertEquals(0, same.status(), same.errors());
    assertTrue(
        same.output()
            .matches(
                "similarity 0\\.[5-9]\\d\\d, false match rate (below )?\\d\\.\\de-[1-9]:"
                    + " same person, at \\[\\d+, \\d+, \\d+, \\d+]\\R"),
        same.output());
    Cli.Result other = Cli.run("compare", "photos/obama.jpg", "photos/biden.jpg");
    assertEquals(0, other.status(), other.errors());
    assertTrue(other.output().contains(": not the same person, at ["), other.output());
  }

  @Test
  void an_image_of_no_use_is_named(@TempDir Path folder) throws IOException {
    Path broken = Files.write(folder.resolve("broken.jpg"), new byte[] {1});
    Cli.Result failed = Cli.run("compare", "photos/obama.jpg", broken.toString());
    assertEquals(1, failed.status());
    assertTrue(failed.errors().contains("broken.jpg: "), failed.errors());
    Cli.Result none = Cli.run("compare", "photos/coffee.png", "photos/obama.jpg");
    assertEquals(1, none.status());
    assertTrue(none.errors().contains("coffee.png: No face was found"), none.errors());
    Cli.Result missing = Cli.run("compare", "photos/obama.jpg", folder.resolve("x").toString());
    assertEquals(2, missing.status());
    Cli.Result directory = Cli.run("compare", "photos", "photos/obama.jpg");
    assertEquals(2, directory.status());
    assertTrue(directory.errors().contains("photos is a folder"), directory.errors());
  }
}
