package dev.facecore;

import static dev.facecore.internal.dedup.TestFaces.face;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.stage.Readability;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FaceAlbumFileTest {
  @TempDir Path folder;

  @Test
  void people_names_corrections_and_dismissed_suggestions_are_there_again() throws IOException {
    Path here = folder.resolve("made/with its parents");
    List<AlbumPerson> people;
    try (FaceAlbum album = FaceAlbum.create(here, 0.8, true, Readability.NOT_MEASURED)) {
      album.put("a", List.of(face(0, 1, 0)));
      album.put("b", List.of(face(0, 1, 0.9f)));
      album.put("c", List.of(face(0, -1, 0)));
      album.put("none", List.of());
      album.same(ref("a"), ref("c"));
      assertEquals(1, album.suggestions(0, 10).size());
      album.name(album.people().get(0).id(), "Ada");
    }
    try (FaceAlbum album = FaceAlbum.open(here)) {
      AlbumSuggestion found = album.suggestions(0, 10).get(0);
      album.different(found.face(), found.other());
      people = album.people();
    }
    try (FaceAlbum album = FaceAlbum.open(here)) {
      assertEquals(people, album.people());
      assertEquals("Ada", album.people().get(0).name());
      assertEquals(List.of("a", "b", "c", "none"), album.images());
      assertEquals("test", album.model());
      assertEquals(List.of(), album.suggestions(0, 10));
      assertThrows(IllegalArgumentException.class, () -> album.different(ref("a"), ref("c")));
      // Grouped again with another face, the dismissed pair stays dismissed.
      album.put("d", List.of(face(0, 1, 0.9f)));
      assertEquals(List.of(), album.suggestions(0, 10));
      assertEquals(people.get(0), album.people().get(0));
      // Two of one image stay apart.
      album.put("e", List.of(face(0, 0, -1), face(0, 0, -1)));
      assertEquals(4, album.people().size());
    }
  }

  @Test
  void one_object_changes_an_album_and_others_read_it() throws IOException {
    try (FaceAlbum album = FaceAlbum.create(folder, 0.8, false, Readability.NOT_MEASURED)) {
      album.put("a", List.of(face(0, 1, 0)));
      String message =
          assertThrows(AlbumException.class, () -> FaceAlbum.open(folder)).getMessage();
      assertTrue(message.contains("open for changes in this program"), message);
      FaceAlbum read = FaceAlbum.read(folder);
      assertEquals(album.people(), read.people());
      album.put("b", List.of(face(0, 1, 0)));
      assertEquals(List.of("a"), read.images());
      assertEquals(album.people(), FaceAlbum.read(folder).people());
      assertThrows(UnsupportedOperationException.class, () -> read.put("c", List.of()));
      assertThrows(UnsupportedOperationException.class, () -> read.remove("a"));
      read.close();
    }
    FaceAlbum.open(folder).close();
  }

  @Test
  void a_closed_album_takes_no_change() throws IOException {
    FaceAlbum album = FaceAlbum.create(folder, 0.8, false, Readability.NOT_MEASURED);
    album.put("a", List.of(face(0, 1, 0)));
    album.close();
    album.close();
    assertThrows(IllegalStateException.class, () -> album.put("b", List.of()));
    FaceAlbum memory = FaceAlbum.of(0.8, false, Readability.NOT_MEASURED);
    memory.close();
    assertThrows(IllegalStateException.class, () -> memory.put("b", List.of()));
  }

  @Test
  void what_is_not_there_or_is_there_already_is_said() throws IOException {
    assertRefused("does not contain an album", () -> FaceAlbum.open(folder));
    assertRefused("does not contain an album", () -> FaceAlbum.read(folder));
    Path absent = folder.resolve("absent");
    assertThrows(NotDirectoryException.class, () -> FaceAlbum.open(absent));
    assertThrows(NotDirectoryException.class, () -> FaceAlbum.read(absent));
    assertFalse(Files.exists(absent));
    create(absent).close();
    assertRefused("already contains an album", () -> create(absent));
    Path file = Files.createFile(folder.resolve("file"));
    assertThrows(IOException.class, () -> create(file));
    assertThrows(NotDirectoryException.class, () -> FaceAlbum.open(file));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void only_the_owner_may_read_it_and_links_are_not_followed() throws IOException {
    Path here = folder.resolve("here");
    FaceAlbum album = create(here);
    album.put("a", List.of(face(0, 1, 0)));
    album.remove("a");
    album.close();
    assertEquals("rwx------", permissions(here));
    assertEquals("rw-------", permissions(here.resolve("album.faces")));
    assertEquals(Set.of("album.faces", "album.lock"), names(here));
    Path elsewhere = Files.move(here.resolve("album.faces"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(here.resolve("album.faces"), elsewhere);
    assertThrows(FileSystemException.class, () -> FaceAlbum.read(here));
    assertThrows(FileSystemException.class, () -> FaceAlbum.open(here));
    Files.delete(here.resolve("album.lock"));
    Files.createSymbolicLink(here.resolve("album.lock"), elsewhere);
    assertThrows(FileSystemException.class, () -> FaceAlbum.open(here));
  }

  @Test
  void a_change_that_cannot_be_written_ends_the_changes_and_loses_none_before() throws IOException {
    FaceAlbum album = create(folder);
    album.put("a", List.of(face(0, 1, 0)));
    album.put("b", List.of(face(0, 0, 1)));
    // No file can be made where a folder is.
    Path obstacle = folder.resolve("album.faces.new");
    Files.createDirectories(obstacle.resolve("full"));
    assertRefused("could not be written", () -> album.remove("a"));
    assertRefused("takes no more changes", () -> album.put("c", List.of()));
    album.close();
    Files.delete(obstacle.resolve("full"));
    try (FaceAlbum again = FaceAlbum.open(folder)) {
      assertEquals(List.of("a", "b"), again.images());
      assertEquals(2, again.people().size());
    }
    assertEquals(Set.of("album.faces", "album.lock"), names(folder));
  }

  @Test
  void an_interrupted_thread_changes_an_album_as_any_other() throws IOException {
    try (FaceAlbum album = create(folder)) {
      Thread.currentThread().interrupt();
      album.put("a", List.of(face(0, 1, 0)));
      album.put("b", List.of(face(0, 0, 1)));
      album.remove("a");
      assertTrue(Thread.interrupted());
    }
    assertEquals(List.of("b"), FaceAlbum.read(folder).images());
  }

  @Test
  void an_emptied_album_takes_faces_of_another_model() throws IOException {
    Face other = face(0, 0.5, Embedding.of("Other", 1, 0, 0));
    try (FaceAlbum album = create(folder)) {
      album.put("a", List.of(face(0, 1, 0)));
      assertThrows(IllegalArgumentException.class, () -> album.put("b", List.of(other)));
    }
    try (FaceAlbum album = FaceAlbum.open(folder)) {
      assertThrows(IllegalArgumentException.class, () -> album.put("b", List.of(other)));
      album.remove("a");
      album.put("b", List.of(other));
    }
    assertEquals("Other", FaceAlbum.read(folder).model());
  }

  private interface Opening {
    void run() throws IOException;
  }

  private static void assertRefused(String why, Opening opening) {
    String message = assertThrows(AlbumException.class, opening::run).getMessage();
    assertTrue(message.contains(why), message);
  }

  private static FaceAlbum create(Path folder) throws IOException {
    return FaceAlbum.create(folder, 0.8, false, Readability.NOT_MEASURED);
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      files.forEach(file -> names.add(file.getFileName().toString()));
      return names;
    }
  }

  private static FaceRef ref(String key) {
    return new FaceRef(key, 0);
  }
}
