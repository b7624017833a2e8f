package dev.facecore;

import static dev.facecore.internal.dedup.TestFaces.crowd;
import static dev.facecore.internal.dedup.TestFaces.face;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceIndexFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_loaded_index_goes_on_as_if_nothing_had_happened(boolean samePhotoDistinct)
      throws IOException {
    List<Face> faces = crowd(50, 4, 24, 0.75, 21);
    FaceIndex whole = FaceIndex.of(0.4, samePhotoDistinct);
    whole.addAll(faces.subList(0, 101));
    whole.save(folder.resolve("people"));

    FaceIndex loaded = FaceIndex.load(folder.resolve("people"));

    assertEquals(101, loaded.size());
    assertEquals(0.4, loaded.similarity());
    assertEquals(samePhotoDistinct, loaded.samePhotoDistinct());
    assertSame(whole, loaded);
    whole.addAll(faces.subList(101, 200));
    loaded.addAll(faces.subList(101, 200));
    assertEquals(sightings(whole), sightings(loaded));
  }

  @Test
  void what_is_saved_again_is_the_same_file() throws IOException {
    FaceIndex index = FaceIndex.of(0.4, false);
    index.addAll(crowd(20, 3, 17, 0.75, 22));
    index.save(folder.resolve("one"));
    FaceIndex.load(folder.resolve("one")).save(folder.resolve("two"));

    assertEquals(-1, Files.mismatch(folder.resolve("one"), folder.resolve("two")));
    assertTrue(Files.size(folder.resolve("one")) > 20 * 17 * 4);
  }

  @Test
  void an_empty_index_can_be_saved() throws IOException {
    FaceIndex.of(0.25, true).save(folder.resolve("none"));

    FaceIndex loaded = FaceIndex.load(folder.resolve("none"));

    assertEquals(0, loaded.size());
    assertTrue(loaded.add(face(0, 1, 0)).isNew());
  }

  @Test
  void saving_replaces_the_older_file_and_leaves_nothing_beside_it() throws IOException {
    Path file = folder.resolve("people");
    small().save(file);
    FaceIndex more = small();
    more.add(face(7, -1, 0));
    more.save(file);

    assertEquals(3, FaceIndex.load(file).size());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void a_save_that_fails_leaves_nothing_behind() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("taken/inside")).getParent();

    assertThrows(IOException.class, () -> small().save(taken));

    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(taken), files.toList());
    }
  }

  @Test
  void every_changed_byte_is_noticed() throws IOException {
    Path file = folder.resolve("people");
    small().save(file);
    byte[] good = Files.readAllBytes(file);

    assertTrue(good.length > 200 && good.length < 5000, good.length + " bytes");
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 0x20;
      Files.write(file, bad);
      assertRefused(file, i < 8 ? "is no face index" : i < 12 ? "format version" : "is damaged");
    }
  }

  @Test
  void every_cut_and_every_addition_is_noticed() throws IOException {
    Path file = folder.resolve("people");
    small().save(file);
    byte[] good = Files.readAllBytes(file);

    for (int length = 0; length < good.length; length++) {
      Files.write(file, Arrays.copyOf(good, length));
      assertRefused(file, length < 12 ? "is no face index" : "is damaged");
    }
    Files.write(file, Arrays.copyOf(good, good.length + 1));
    assertRefused(file, "is damaged");
  }

  @Test
  void a_newer_version_is_refused_by_its_number() throws IOException {
    Path file = folder.resolve("people");
    small().save(file);
    byte[] newer = Files.readAllBytes(file);
    newer[11] = FaceIndexFile.VERSION + 1;
    Files.write(file, newer);

    assertRefused(
        file,
        "the face index has format version 2, this program reads version 1;"
            + " use the program that saved it");
  }

  @Test
  void a_missing_file_is_a_matter_of_the_disk() {
    assertThrows(NoSuchFileException.class, () -> FaceIndex.load(folder.resolve("absent")));
  }

  @Test
  void a_loaded_index_refuses_faces_of_another_model() throws IOException {
    small().save(folder.resolve("people"));
    FaceIndex loaded = FaceIndex.load(folder.resolve("people"));

    Face other = face(3, 0.5, Embedding.of("Other", 1, 0));
    String message =
        assertThrows(IllegalArgumentException.class, () -> loaded.add(other)).getMessage();
    assertTrue(message.contains("Other[2]") && message.contains("test[2]"), message);
  }

  private static FaceIndex small() {
    FaceIndex index = FaceIndex.of(0.4, false);
    index.add(face(0, 1, 2));
    index.add(face(1, 2, -1));
    return index;
  }

  private static void assertRefused(Path file, String words) {
    String message = assertThrows(IndexException.class, () -> FaceIndex.load(file)).getMessage();
    assertTrue(message.contains(words), message);
    assertFalse(message.contains(file.toString()), message);
  }

  private static void assertSame(FaceIndex expected, FaceIndex actual) {
    assertEquals(expected.people().size(), actual.people().size());
    for (int i = 0; i < expected.people().size(); i++) {
      Person a = expected.people().get(i);
      Person b = actual.people().get(i);
      assertEquals(a.id(), b.id());
      assertEquals(a.sightings(), b.sightings());
      assertEquals(a.face().embedding(), b.face().embedding());
      assertEquals(a.face().embedding().rawLength(), b.face().embedding().rawLength());
      assertEquals(a.face().box(), b.face().box());
      assertEquals(a.face().landmarks(), b.face().landmarks());
      assertEquals(a.face().quality(), b.face().quality());
      assertEquals(a.face().imageIndex(), b.face().imageIndex());
      assertArrayEquals(a.face().headshot().jpeg(), b.face().headshot().jpeg());
    }
  }

  private static List<List<Sighting>> sightings(FaceIndex index) {
    return index.people().stream().map(Person::sightings).toList();
  }
}
