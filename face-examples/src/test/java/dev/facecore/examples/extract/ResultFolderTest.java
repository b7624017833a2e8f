package dev.facecore.examples.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Box;
import dev.facecore.DedupMode;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceLandmarks;
import dev.facecore.Headshot;
import dev.facecore.Point;
import dev.facecore.stage.FaceDeduplicator;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files there are, without any model. */
class ResultFolderTest {
  private static final Point MIDDLE = new Point(5, 5);

  @TempDir Path folder;

  /** Each picture shows one face, which points along one axis: a person for each axis. */
  private void write(int facesInPage, Integer... axes) throws IOException {
    Path file = folder.resolve("work.jsonl");
    Files.deleteIfExists(file);
    try (WorkFolder held = WorkFolder.open(out()).orElseThrow();
        WorkFile work = WorkFile.open(file)) {
      for (int i = 0; i < axes.length; i++) work.append(picture("p" + i, axes[i]));
      List<Path> files =
          Stream.iterate(0, i -> i + 1).limit(axes.length).map(i -> Path.of("p" + i)).toList();
      FaceDeduplicator groups = FaceDeduplicator.of(DedupMode.FIRST, 0.4, false);
      new ResultFolder(out(), held, facesInPage).write(TestAlbum.of(files, work, groups));
    }
  }

  private Path out() {
    return folder.resolve("out");
  }

  private static StoredPicture picture(String name, int axis) {
    float[] raw = new float[8];
    raw[axis] = 1;
    Face face =
        new Face(
            0,
            new Box(1, 2, 3, 4),
            new FaceLandmarks(MIDDLE, MIDDLE, MIDDLE, MIDDLE, MIDDLE),
            0.9,
            0.5,
            Embedding.of("m", raw),
            Headshot.ofJpeg(name.getBytes()));
    FaceThumbnail thumbnail = new FaceThumbnail(new Box(0, 0, 10, 10), new byte[] {1});
    return new StoredPicture(
        name, new FileStamp(1, 1), 10, 10, List.of(StoredFace.of(face, thumbnail)));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(out())) {
      return List.copyOf(
          new TreeSet<>(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> out().relativize(file).toString().replace('\\', '/'))
                  .filter(name -> !name.startsWith(".faces/"))
                  .toList()));
    }
  }

  @Test
  void a_few_faces_are_in_the_page_and_many_lie_beside_it() throws IOException {
    write(3, 0, 1, 0);
    List<String> whole =
        List.of(
            "faces.jsonl",
            "headshots/person-00000.jpg",
            "headshots/person-00001.jpg",
            "images.jsonl",
            "index.html",
            "people.json");
    assertEquals(whole, files());
    assertEquals("p1", Files.readString(out().resolve("headshots/person-00001.jpg")));
    assertTrue(page().contains("data:image/jpeg;base64,AQ=="));

    write(3, 0, 1, 0, 2);
    assertEquals(whole.size() + 1 + 4, files().size());
    assertTrue(page().contains("\"thumbnails/face-0000003.jpg\""));
    assertTrue(page().contains("\"headshots/person-00002.jpg\""));
    assertFalse(page().contains("base64,"));

    Files.writeString(out().resolve("headshots/mine.jpg"), "mine");
    write(3, 0, 1);
    assertEquals(
        Stream.concat(whole.stream(), Stream.of("headshots/mine.jpg")).sorted().toList(), files());
    try (Stream<Path> work = Files.list(out().resolve(".faces"))) {
      assertEquals(
          List.of("lock", "made"),
          work.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  private String page() throws IOException {
    return Files.readString(out().resolve("index.html"));
  }

  @Test
  void files_that_users_put_beside_the_results_stay_and_are_not_replaced() throws IOException {
    write(1, 0, 1);
    List<String> own = List.of("headshots/person-00002.jpg", "headshots/person-99999.jpg");
    for (String name : own) Files.writeString(out().resolve(name), "mine");
    Files.writeString(out().resolve("thumbnails/face-0000002.jpg"), "mine");
    write(1, 0, 1, 2);
    for (String name : own) assertEquals("mine", Files.readString(out().resolve(name)), name);
    assertEquals("mine", Files.readString(out().resolve("thumbnails/face-0000002.jpg")));
    assertEquals("p2", Files.readString(out().resolve("headshots/person-00002-2.jpg")));
    assertTrue(page().contains("\"headshots/person-00002-2.jpg\""));
    assertTrue(page().contains("\"thumbnails/face-0000002-2.jpg\""));
    String people = Files.readString(out().resolve("people.json"));
    assertTrue(people.contains("\"headshots/person-00002-2.jpg\""), people);

    write(9, 0);
    List<String> left = files();
    assertTrue(left.containsAll(own), left + "");
    assertEquals(4 + 1 + 3, left.size(), left + "");
  }

  @Test
  void without_its_list_the_results_tell_what_was_made() throws IOException {
    write(1, 0, 1, 2);
    Files.writeString(out().resolve("headshots/person-00007.jpg"), "mine");
    for (String damage : List.of("deleted", "00000000 headshots/person-00007.jpg\n", "no line")) {
      Path list = out().resolve(".faces/made");
      Files.delete(list);
      if (!damage.equals("deleted")) Files.writeString(list, damage);
      write(1, 0, 1);
      assertEquals("mine", Files.readString(out().resolve("headshots/person-00007.jpg")));
      assertFalse(Files.exists(out().resolve("headshots/person-00002.jpg")), damage);
      assertFalse(Files.exists(out().resolve("thumbnails/face-0000002.jpg")), damage);
      write(1, 0, 1, 2);
      assertTrue(Files.exists(out().resolve("headshots/person-00002.jpg")), damage);
    }
  }

  @Test
  void a_planted_work_folder_deletes_and_changes_nothing_of_others() throws IOException {
    Path victim = Files.createDirectories(folder.resolve("victim/headshots"));
    Path photo = Files.writeString(victim.resolve("person-00000.jpg"), "photo");
    Path work = Files.createDirectories(out().resolve(".faces"));
    Path planted = Files.createDirectories(work.resolve("new/sub"));
    Files.writeString(planted.resolve("notes.txt"), "mine");
    Files.writeString(work.resolve("new/notes.jsonl"), "mine");
    Files.writeString(work.resolve("own.jsonl"), "mine");
    Files.createSymbolicLink(work.resolve("new1"), victim.getParent());
    Path staging = Files.createDirectory(work.resolve("new2"));
    Files.createSymbolicLink(staging.resolve("headshots"), victim);
    Files.createSymbolicLink(staging.resolve("index.html"), photo);
    write(9, 0, 1);
    try (WorkFolder held = WorkFolder.open(out()).orElseThrow()) {
      held.deleteOthers(held.workFile("options"));
    }
    assertEquals("photo", Files.readString(photo));
    assertEquals("mine", Files.readString(planted.resolve("notes.txt")));
    assertEquals("mine", Files.readString(work.resolve("new/notes.jsonl")));
    assertEquals("mine", Files.readString(work.resolve("own.jsonl")));
    assertEquals(6, files().size(), files() + "");
  }

  @Test
  void a_linked_work_folder_or_file_is_refused() throws IOException {
    Path victim = Files.createDirectory(folder.resolve("victim"));
    Path file = Files.writeString(victim.resolve("lock"), "mine");
    Files.createDirectory(out());
    Files.createSymbolicLink(out().resolve(".faces"), victim);
    assertThrows(FileSystemException.class, () -> WorkFolder.open(out()));
    Files.delete(out().resolve(".faces"));
    Path work = Files.createDirectory(out().resolve(".faces"));
    Files.createSymbolicLink(work.resolve("lock"), file);
    assertThrows(FileSystemException.class, () -> WorkFolder.open(out()));
    Files.createSymbolicLink(work.resolve("0123456789abcdef.jsonl"), file);
    assertThrows(
        FileSystemException.class, () -> WorkFile.open(work.resolve("0123456789abcdef.jsonl")));
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void a_person_has_the_number_of_its_first_appearance() throws IOException {
    write(9, 3, 1, 3, 3);
    List<String> persons =
        Files.readAllLines(out().resolve("faces.jsonl")).stream()
            .map(line -> line.substring(line.lastIndexOf(':')))
            .toList();
    assertEquals(Arrays.asList(":0}", ":1}", ":0}", ":0}"), persons);
    assertTrue(Files.readString(out().resolve("people.json")).contains("\"sightings\" : 3"));
  }
}
