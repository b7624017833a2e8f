package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.internal.dedup.TestFaces;
import dev.facecore.stage.Readability;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deleted is in none of the files when the call returns. */
class FaceAlbumDeletionTest {
  private static final String KEY = "holiday.jpg";

  @TempDir Path folder;
  private final Face first = face(1);
  private final Face second = face(2);
  private final Face stays = face(3);
  private final FaceRef a = new FaceRef(KEY, 0);
  private FaceAlbum album;
  private UUID person;

  @BeforeEach
  void put() throws IOException {
    album = FaceAlbum.create(folder, 0.8, false, Readability.NOT_MEASURED);
    album.put("stays.jpg", List.of(stays));
    album.put(KEY, List.of(first, second));
    person = album.people().get(1).id();
    album.name(person, "Ada Lovelace");
    album.different(a, new FaceRef("stays.jpg", 0));
    assertThere("key", "name", "first", "second", "stays", "person");
  }

  @AfterEach
  void close() {
    album.close();
  }

  @Test
  void an_image() throws IOException {
    assertTrue(album.remove(KEY));
    assertThere("stays");
    assertEquals(List.of("stays.jpg"), FaceAlbum.read(folder).images());
  }

  @Test
  void a_person() throws IOException {
    album.put("another.jpg", List.of(face(1, 5)));
    assertEquals(2, album.people().get(1).faces().size());
    album.forget(person);
    assertThere("key", "second", "stays");
    assertEquals(List.of("stays.jpg", KEY, "another.jpg"), album.images());
    assertEquals(2, album.people().size());
    assertEquals(second.embedding(), album.face(new FaceRef(KEY, 1)).embedding());
    album.close();
    album = FaceAlbum.open(folder);
    // The others of the image can be corrected, and the image can be put again.
    album.same(new FaceRef(KEY, 1), new FaceRef("stays.jpg", 0));
    album.replace(KEY, List.of(first, second));
    assertThere("key", "first", "second", "stays");
    assertEquals(2, album.people().size());
  }

  @Test
  void faces_that_were_replaced() throws IOException {
    album.replace(KEY, List.of(second));
    assertThere("key", "second", "stays");
  }

  @Test
  void a_name_that_was_changed_or_taken() throws IOException {
    album.name(person, "Bea");
    assertThere("key", "first", "second", "stays", "person");
    album.name(person, "Ada Lovelace");
    album.name(person, null);
    assertThere("key", "first", "second", "stays", "person");
  }

  @Test
  void the_name_of_one_who_was_merged_into_another_with_a_name() throws IOException {
    album.name(album.people().get(2).id(), "Bea");
    album.put("more.jpg", List.of(face(2, 5)));
    album.same(new FaceRef(KEY, 1), new FaceRef("more.jpg", 0));
    album.same(a, new FaceRef(KEY, 1));
    assertEquals("Bea", album.people().get(1).name());
    assertThere("key", "first", "second", "stays");
  }

  @Test
  void all_that_a_program_left_behind_that_was_stopped() throws IOException {
    album.close();
    Path left = folder.resolve("album.faces.new");
    Files.copy(folder.resolve("album.faces"), left);
    album = FaceAlbum.open(folder);
    assertTrue(Files.notExists(left));
    album.remove(KEY);
    assertThere("stays");
  }

  /** That these and no others are in the files, in whatever form a text may be written. */
  private void assertThere(String... expected) throws IOException {
    Map<String, List<byte[]>> wanted = new LinkedHashMap<>();
    wanted.put("key", texts("holiday"));
    wanted.put("name", texts("Lovelace"));
    wanted.put("first", numbers(first));
    wanted.put("second", numbers(second));
    wanted.put("stays", numbers(stays));
    wanted.put("person", List.of(number(person.getMostSignificantBits())));
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).append('|');
      }
    }
    List<String> found =
        wanted.entrySet().stream()
            .filter(
                each ->
                    each.getValue().stream()
                        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                        .anyMatch(text -> all.indexOf(text) >= 0))
            .map(Map.Entry::getKey)
            .toList();
    assertEquals(List.of(expected), found);
  }

  private static List<byte[]> texts(String text) {
    return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)
        .map((Charset charset) -> text.getBytes(charset))
        .toList();
  }

  private static List<byte[]> numbers(Face face) {
    byte[] value = ByteBuffer.allocate(4).putFloat(face.embedding().value(1)).array();
    return List.of(value, number(Double.doubleToLongBits(face.box().y())));
  }

  private static byte[] number(long bits) {
    return ByteBuffer.allocate(8).putLong(bits).array();
  }

  private static Face face(int seed) {
    return face(seed, 0);
  }

  /** A person's face, turned by degrees. */
  private static Face face(int seed, double degrees) {
    Random random = new Random(seed);
    double angle = 2 * seed + random.nextDouble() / 10 + Math.toRadians(degrees);
    Face face = TestFaces.face(0, (float) Math.cos(angle), (float) Math.sin(angle));
    return new Face(
        0,
        new Box(100 * seed, random.nextDouble(), 50, 50),
        face.landmarks(),
        0.9,
        0.5,
        face.embedding(),
        null);
  }
}
