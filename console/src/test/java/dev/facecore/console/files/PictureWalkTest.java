package dev.facecore.console.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS) // links need a right there, and names are text
class PictureWalkTest {
  @TempDir Path temporary;

  private Path in;

  @BeforeEach
  void makeFolder() throws IOException {
    in = Files.createDirectory(temporary.resolve("in"));
  }

  private static Path picture(Path path) throws IOException {
    Files.createDirectories(path.getParent());
    return Files.writeString(path, "not looked into");
  }

  private FoundPictures walk(Path... named) throws IOException {
    PictureWalk walk = new PictureWalk(path -> false);
    for (Path path : named) walk.add(path);
    return walk.result();
  }

  private List<String> names(FoundPictures found) {
    return found.files().stream().map(file -> temporary.relativize(file).toString()).toList();
  }

  @Test
  void a_named_link_is_followed_and_links_to_folders_below_are_not() throws IOException {
    Path real = picture(temporary.resolve("real/a.jpg")).getParent();
    Path link = Files.createSymbolicLink(temporary.resolve("link"), real);
    Files.createSymbolicLink(real.resolve("loop"), real);
    Files.createSymbolicLink(real.resolve("up"), temporary);
    Path other = picture(temporary.resolve("other.jpg"));
    Files.createSymbolicLink(real.resolve("b.jpg"), other);
    assertEquals(List.of("link/a.jpg", "link/b.jpg"), names(walk(link)));
    assertEquals(List.of("real/a.jpg", "real/b.jpg"), names(walk(real)));
    Path chain = Files.createSymbolicLink(temporary.resolve("chain"), link);
    assertEquals(List.of("chain/a.jpg", "chain/b.jpg"), names(walk(chain)));
  }

  @Test
  void a_file_that_is_reached_twice_is_one_picture() throws IOException {
    picture(in.resolve("a.jpg"));
    picture(in.resolve("sub/b.jpg"));
    Files.createSymbolicLink(in.resolve("c.jpg"), in.resolve("sub/b.jpg"));
    Path link = Files.createSymbolicLink(temporary.resolve("link"), in);
    FoundPictures found =
        walk(in, link, in.resolve("a.jpg"), in.resolve("sub/../a.jpg"), link.resolve("sub"));
    assertEquals(List.of("in/a.jpg", "in/c.jpg"), names(found));
    assertEquals(List.of(), found.problems());
  }

  @Test
  void names_that_are_no_text_are_files_of_their_own() throws IOException {
    Path folder = Path.of(URI.create(in.toUri() + "/%E9t%E9"));
    for (String name : List.of("%FC.jpg", "%E4.jpg", "%5CxFC.jpg", "A.jpg", "a.jpg")) {
      picture(Path.of(URI.create(folder.toUri() + "/" + name)));
    }
    assertEquals(
        List.of("A.jpg", "\\x5CxFC.jpg", "a.jpg", "\\xE4.jpg", "\\xFC.jpg"),
        walk(in).files().stream().map(file -> PathText.of(file.getFileName())).toList());
  }

  @Test
  void what_may_not_be_read_is_named_and_the_rest_is_done() throws IOException {
    picture(in.resolve("a/x.jpg"));
    picture(in.resolve("z/x.jpg"));
    Path closed = Files.createDirectory(in.resolve("lost+found"));
    Path unreadable = picture(in.resolve("scan"));
    for (Path path : List.of(closed, unreadable)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
    }
    assumeFalse(Files.isReadable(closed), "this user may read everything");
    FoundPictures found = walk(in);
    assertEquals(List.of("in/a/x.jpg", "in/z/x.jpg"), names(found));
    assertEquals(
        List.of(closed + ": Permission denied.", unreadable + ": Permission denied."),
        found.problems().stream().sorted().toList());
    assertEquals(List.of(closed + ": Permission denied."), walk(closed).problems());
  }

  @Test
  void links_that_lead_nowhere_and_special_files_are_no_pictures() throws Exception {
    picture(in.resolve("a.jpg"));
    Path broken = Files.createSymbolicLink(in.resolve("b.jpg"), in.resolve("gone"));
    Path self = Files.createSymbolicLink(in.resolve("c.jpg"), Path.of("c.jpg"));
    Files.createSymbolicLink(in.resolve("notes"), in.resolve("gone"));
    Path pipe = in.resolve("d.jpg");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    FoundPictures found = walk(in);
    assertEquals(List.of("in/a.jpg"), names(found));
    assertEquals(
        List.of(broken + ": The link leads to no file.", self + ": The link leads to no file."),
        found.problems().stream().sorted().toList());
    assertTrue(walk(pipe).problems().get(0).startsWith(pipe + ": It is a pipe, "));
    assertThrows(NoSuchFileException.class, () -> walk(broken));
    assertEquals(1, walk(self).problems().size());
  }

  @Test
  void problems_are_safe_to_print() throws IOException {
    Files.createSymbolicLink(in.resolve("a\n\u001b[31m\u202e.jpg"), in.resolve("gone"));
    assertEquals(
        List.of(in + "/a\\u000A\\u001B[31m\\u202E.jpg: The link leads to no file."),
        walk(in).problems());
  }

  @Test
  void folders_may_be_nested_deep() throws IOException {
    Path deep = in;
    for (int i : IntStream.range(0, 200).toArray()) deep = deep.resolve("d" + i % 10);
    picture(deep.resolve("a.jpg"));
    assertEquals(1, walk(in).files().size());
  }
}
