package dev.facecore.examples.extract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.Box;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceLandmarks;
import dev.facecore.Headshot;
import dev.facecore.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFileTest {
  private static final FileStamp STAMP = new FileStamp(10, 20);

  @TempDir Path folder;

  private static StoredPicture picture(String name, int seed) {
    Face face =
        new Face(
            0,
            new Box(seed, 1.1, 2.2, 3.3),
            new FaceLandmarks(
                new Point(0.1, 0.2),
                new Point(1 / 3.0, -4),
                new Point(5, 6),
                new Point(7, 8),
                new Point(9, 10)),
            0.75,
            0.25,
            Embedding.of("m", seed, 2, 3.3f),
            Headshot.ofJpeg(new byte[] {1, 2, (byte) seed}));
    FaceThumbnail thumbnail = new FaceThumbnail(new Box(0, 0, 5, 5), new byte[] {9, 8});
    return new StoredPicture(name, STAMP, 640, 480, List.of(StoredFace.of(face, thumbnail)));
  }

  private WorkFile open() throws IOException {
    return WorkFile.open(file());
  }

  private Path file() {
    return folder.resolve("work.jsonl");
  }

  private static void assertSame(StoredPicture expected, StoredPicture read) {
    assertEquals(expected.image(), read.image());
    assertEquals(expected.stamp(), read.stamp());
    assertEquals(1, read.faces().size());
    StoredFace one = expected.faces().get(0);
    StoredFace other = read.faces().get(0);
    assertEquals(one.box(), other.box());
    assertEquals(one.landmarks(), other.landmarks());
    assertEquals(one.embedding(), other.embedding());
    assertEquals(one.rawLength(), other.embedding().rawLength());
    assertArrayEquals(one.headshot(), other.headshot());
    assertArrayEquals(one.thumbnail().jpeg(), other.thumbnail().jpeg());
  }

  @Test
  void gives_back_what_was_added_now_and_after_reopening() throws IOException {
    try (WorkFile work = open()) {
      work.append(picture("a", 1));
      work.append(picture("b \n\" é", 2));
      assertSame(picture("a", 1), work.read("a"));
    }
    try (WorkFile work = open()) {
      assertTrue(work.has("a", STAMP));
      assertFalse(work.has("a", new FileStamp(10, 21)));
      assertFalse(work.has("a", new FileStamp(11, 20)));
      assertFalse(work.has("c", STAMP));
      assertSame(picture("b \n\" é", 2), work.read("b \n\" é"));
    }
  }

  @Test
  void a_line_that_was_not_finished_costs_its_picture_only() throws IOException {
    try (WorkFile work = open()) {
      for (int i = 0; i < 3; i++) work.append(picture("p" + i, i));
    }
    byte[] whole = Files.readAllBytes(file());
    int line = whole.length / 3;
    int cuts = 0;
    for (int length = whole.length - 1; length >= 2 * line; length -= 7) {
      Files.write(file(), Arrays.copyOf(whole, length));
      try (WorkFile work = open()) {
        assertFalse(work.has("p2", STAMP), "cut at " + length);
        assertSame(picture("p1", 1), work.read("p1"));
        work.append(picture("p2", 2));
      }
      assertArrayEquals(whole, Files.readAllBytes(file()), "cut at " + length);
      cuts++;
    }
    assertTrue(cuts > 50, cuts + " cuts");
  }

  @Test
  void a_flipped_byte_costs_the_pictures_it_is_in_and_changes_no_other() throws IOException {
    try (WorkFile work = open()) {
      for (int i = 0; i < 3; i++) work.append(picture("p" + i, i));
    }
    byte[] whole = Files.readAllBytes(file());
    int lost = 0;
    for (int at = 0; at < whole.length; at++) {
      int[] flipped = {whole[at] ^ 1, whole[at] ^ 0x80, '\n'};
      byte[] damaged = whole.clone();
      damaged[at] = (byte) flipped[at % flipped.length];
      if (damaged[at] == whole[at]) continue;
      Files.write(file(), damaged);
      lost += checkDamaged("byte " + at);
    }
    assertTrue(lost >= whole.length - 3 && whole.length > 1000, lost + " of " + whole.length);
  }

  /** Returns how many pictures are lost; the others must be as they were, and all can be added. */
  private int checkDamaged(String what) throws IOException {
    int lost = 0;
    try (WorkFile work = open()) {
      for (int i = 0; i < 3; i++) {
        if (work.has("p" + i, STAMP)) assertSame(picture("p" + i, i), work.read("p" + i));
        else lost++;
      }
      assertTrue(lost >= 1 && lost <= 2, what);
      assertTrue(work.damaged() >= 1, what);
      for (int i = 0; i < 3; i++) {
        if (!work.has("p" + i, STAMP)) work.append(picture("p" + i, i));
      }
      work.keepOnly(List.of("p0", "p1", "p2"));
    }
    try (WorkFile work = open()) {
      assertEquals(0, work.damaged(), what);
      for (int i = 0; i < 3; i++) assertSame(picture("p" + i, i), work.read("p" + i));
    }
    return lost;
  }

  @Test
  void a_part_that_is_cut_out_costs_the_pictures_it_was_in() throws IOException {
    try (WorkFile work = open()) {
      for (int i = 0; i < 3; i++) work.append(picture("p" + i, i));
    }
    byte[] whole = Files.readAllBytes(file());
    int cuts = 0;
    for (int start = 1; start < whole.length / 2; start += 5) {
      byte[] damaged = Arrays.copyOf(whole, whole.length - 7);
      System.arraycopy(whole, start + 7, damaged, start, whole.length - 7 - start);
      Files.write(file(), damaged);
      checkDamaged("cut at " + start);
      cuts++;
    }
    assertTrue(cuts > 50, cuts + " cuts");
  }

  @Test
  void what_is_no_line_of_ours_is_passed_over() throws IOException {
    StoredPicture noFace = new StoredPicture("b", STAMP, 1, 1, null);
    byte[] forged = new ObjectMapper().writeValueAsBytes(noFace);
    try (var file = Files.newOutputStream(file())) {
      file.write("\0\0\0\n{\"image\":\"b\"}\n\n".getBytes());
      file.write(CheckedLine.of(forged));
      file.write(CheckedLine.of("null".getBytes()));
    }
    try (WorkFile work = open()) {
      assertEquals(5, work.damaged());
      assertFalse(work.has("b", STAMP));
      work.append(picture("a", 1));
    }
    try (WorkFile work = open()) {
      assertSame(picture("a", 1), work.read("a"));
    }
  }

  @Test
  void the_later_of_two_lines_counts() throws IOException {
    try (WorkFile work = open()) {
      work.append(picture("a", 1));
      work.append(picture("a", 2));
    }
    try (WorkFile work = open()) {
      assertSame(picture("a", 2), work.read("a"));
      work.keepOnly(List.of("a"));
    }
    assertEquals(1, Files.readAllLines(file()).size());
  }

  @Test
  void other_pictures_are_forgotten_on_the_disk_too() throws IOException {
    try (WorkFile work = open()) {
      for (int i = 0; i < 5; i++) work.append(picture("p" + i, i));
      work.keepOnly(List.of("p3", "p1"));
      assertFalse(work.has("p0", STAMP));
      assertSame(picture("p1", 1), work.read("p1"));
      work.append(picture("p5", 5));
      assertSame(picture("p5", 5), work.read("p5"));
    }
    assertEquals(3, Files.readAllLines(file()).size());
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file()), files.toList());
    }
  }

  @Test
  void a_folder_is_held_by_one_run_and_has_a_file_for_each_set_of_options() throws IOException {
    try (WorkFolder held = WorkFolder.open(folder).orElseThrow()) {
      assertEquals(Optional.empty(), WorkFolder.open(folder));
      Path one = held.workFile("one");
      Path two = held.workFile("two");
      Files.writeString(one, "");
      assertFalse(held.hasOthers(one));
      assertTrue(held.hasOthers(two));
      held.deleteOthers(two);
      assertFalse(Files.exists(one));
    }
    WorkFolder.open(folder).orElseThrow().close();
  }
}
