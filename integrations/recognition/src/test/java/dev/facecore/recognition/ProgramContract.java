package dev.facecore.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.AlbumPerson;
import dev.facecore.FaceAlbum;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on the sample photographs, whichever store it is told to use. */
abstract class ProgramContract {
  private static final Path PHOTOS = Path.of("../../face-examples/photos");

  /** The options for a store that is this test's own and empty. */
  abstract List<String> store() throws Exception;

  @Test
  void who_was_enrolled_is_recognised_until_forgotten() throws Exception {
    Cli.Result enrolled = Cli.run(with("enrol", "Barack Obama", photo("obama.jpg")));
    assertEquals(List.of("Barack Obama is enrolled with 1 face"), enrolled.output());
    assertEquals(0, enrolled.status());

    // A program that starts anew sees what the first one left.
    Cli.Result seen = Cli.runAlone(with("recognise", PHOTOS.toString()));
    assertEquals(List.of(), seen.errors());
    assertEquals(0, seen.status());
    assertEquals(6, seen.output().size(), seen.output().toString());
    assertStarts(seen, 0, photo("astronaut.png") + ": unknown, similarity ");
    assertStarts(seen, 1, photo("biden.jpg") + ": unknown, similarity ");
    assertEquals(photo("coffee.png") + ": no face", seen.output().get(2));
    assertStarts(seen, 3, photo("obama.jpg") + ": Barack Obama, similarity 1.000");
    assertStarts(seen, 4, photo("obama2.jpg") + ": Barack Obama, similarity 0.7");
    assertEquals(
        "Threshold 0.336 for 1 enrolled face: about 0.10 % of strangers are accepted by mistake.",
        seen.output().get(5));

    Cli.Result list = Cli.run(with("list"));
    assertEquals("Barack Obama: 1 face", list.output().get(0));
    assertStarts(list, 1, "1 face, for the model ArcFace@");

    Cli.Result forgotten = Cli.run(with("forget", "Barack Obama"));
    assertEquals(List.of("Barack Obama is deleted, 1 face"), forgotten.output());
    Cli.Result after = Cli.run(with("recognise", photo("obama2.jpg")));
    assertStarts(after, 0, photo("obama2.jpg") + ": unknown, face at ");
    assertEquals("The gallery is empty: enrol a person first.", after.output().get(1));
    assertEquals(1, Cli.run(with("forget", "Barack Obama")).status());
  }

  @Test
  void two_people_are_told_apart() throws Exception {
    Cli.run(with("enrol", "Joe Biden", photo("biden.jpg")));
    Cli.run(with("enrol", "Eileen Collins", photo("astronaut.png")));
    Cli.run(with("enrol", "Barack Obama", photo("obama2.jpg")));
    Cli.Result seen = Cli.run(with("recognise", photo("obama.jpg"), photo("biden.jpg")));
    assertStarts(seen, 0, photo("obama.jpg") + ": Barack Obama");
    assertStarts(seen, 1, photo("biden.jpg") + ": Joe Biden");
  }

  @Test
  void the_named_people_of_an_album_are_enrolled(@TempDir Path folder) throws Exception {
    try (FaceExtractor extractor = FaceExtractor.create();
        FaceAlbum album = FaceAlbum.open(folder, extractor)) {
      for (String name : List.of("obama.jpg", "obama2.jpg", "biden.jpg")) {
        album.put(name, extractor.analyze(ImageSource.file(PHOTOS.resolve(name))).faces());
      }
      Cli.Result nobody = Cli.run(with("enrol", "--album", folder.toString()));
      assertEquals(1, nobody.status());
      assertEquals(List.of("The album has no named people; name them first."), nobody.errors());
      AlbumPerson obama = album.people().get(0);
      assertEquals(2, obama.faces().size());
      album.name(obama.id(), "Barack Obama");

      // Another program may have the album open.
      Cli.Result one =
          Cli.run(with("enrol", "--album", folder.toString(), "--faces-per-person", "1"));
      assertEquals(List.of("Barack Obama is enrolled with 1 face"), one.output());
      Cli.Result both = Cli.run(with("enrol", "--album", folder.toString()));
      assertEquals(List.of("Barack Obama is enrolled with 2 faces"), both.output());
      assertEquals(0, both.status());
    }
    Cli.Result seen = Cli.run(with("recognise", photo("obama.jpg"), photo("biden.jpg")));
    assertStarts(seen, 0, photo("obama.jpg") + ": Barack Obama, similarity 1.000");
    assertStarts(seen, 1, photo("biden.jpg") + ": unknown");
    assertEquals(2, Cli.run(with("enrol", "--album", folder.toString(), "Ada")).status());
    assertEquals(2, Cli.run(with("enrol", "Ada")).status());
    Cli.Result none = Cli.run(with("enrol", "--album", PHOTOS.toString()));
    assertEquals(1, none.status());
    assertTrue(
        none.errors().toString().contains("The folder does not contain an album"),
        none.errors().toString());
  }

  String[] with(String... arguments) throws Exception {
    return Stream.concat(Arrays.stream(arguments), store().stream()).toArray(String[]::new);
  }

  static String photo(String name) {
    return PHOTOS.resolve(name).toString();
  }

  private static void assertStarts(Cli.Result result, int line, String expected) {
    assertTrue(
        result.output().size() > line && result.output().get(line).startsWith(expected),
        () -> expected + "… expected in line " + line + " of " + result);
  }
}
