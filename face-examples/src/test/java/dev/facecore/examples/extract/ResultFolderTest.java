package dev.facecore.examples.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Box;
import dev.facecore.DedupMode;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceDeduplicator;
import dev.facecore.FaceLandmarks;
import dev.facecore.Headshot;
import dev.facecore.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    try (WorkFile work = WorkFile.open(file)) {
      for (int i = 0; i < axes.length; i++) work.append(picture("p" + i, axes[i]));
      List<Path> files =
          Stream.iterate(0, i -> i + 1).limit(axes.length).map(i -> Path.of("p" + i)).toList();
      FaceDeduplicator groups = FaceDeduplicator.of(DedupMode.FIRST, 0.4, false);
      new ResultFolder(out(), folder.resolve("new"), facesInPage)
          .write(Album.of(files, Map.of(), work, groups));
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
    assertFalse(Files.exists(folder.resolve("new")));
  }

  private String page() throws IOException {
    return Files.readString(out().resolve("index.html"));
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
