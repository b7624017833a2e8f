package dev.facecore.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a user runs it, on a video made of the sample photographs. */
class PeopleCommandIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static Path video;

  @TempDir Path out;

  /** Two seconds of one man, two of another, two of nobody, and the first man's other picture. */
  @BeforeAll
  static void make_the_video() throws IOException {
    video = folder.resolve("speech.mp4");
    try (TestVideo made = new TestVideo(video, 640, 480)) {
      made.show(TestVideo.photo("obama.jpg"), 2)
          .show(TestVideo.photo("biden.jpg"), 2)
          .show(TestVideo.photo("coffee.png"), 2)
          .show(TestVideo.photo("obama2.jpg"), 2);
    }
  }

  @Test
  void tells_everybody_and_when_they_are_seen() throws IOException {
    Cli.Result result = Cli.run("people", video, "--every", "1s", "--out", out);
    assertEquals(0, result.status(), result.errors());
    assertEquals("", result.errors());
    assertEquals(
        "8.0 seconds, 8 frames, 6 faces, 2 people: " + out.resolve("people.json"),
        result.output().strip());
    JsonNode people = JSON.readTree(out.resolve("people.json").toFile());
    assertEquals(2, people.size());
    assertEquals("[[0.0,1.0],[6.0,7.0]]", ranges(people.get(0)));
    assertEquals(4, people.get(0).get("sightings").asInt());
    assertEquals("[[2.0,3.0]]", ranges(people.get(1)));
    assertEquals(2, people.get(1).get("sightings").asInt());
    assertTrue(people.get(1).get("best_at").asDouble() >= 2);
    assertIsHeadshotOf("obama.jpg", people.get(0));
    assertIsHeadshotOf("biden.jpg", people.get(1));
  }

  @Test
  void a_wide_gap_joins_the_ranges_and_a_finer_step_sharpens_them() throws IOException {
    assertEquals(
        0, Cli.run("people", video, "--every", "400ms", "--gap", "5s", "--out", out).status());
    JsonNode people = JSON.readTree(out.resolve("people.json").toFile());
    assertEquals(2, people.size());
    assertEquals("[[0.0,7.6]]", ranges(people.get(0)));
    assertEquals(10, people.get(0).get("sightings").asInt());
    assertEquals("[[2.0,3.6]]", ranges(people.get(1)));
  }

  @Test
  void an_earlier_result_is_replaced() throws IOException {
    assertEquals(0, Cli.run("people", video, "--every", "2s", "--out", out).status());
    Path nobody = folder.resolve("nobody.mp4");
    try (TestVideo made = new TestVideo(nobody, 64, 48)) {
      made.grey(80, 5);
    }
    assertEquals(0, Cli.run("people", nobody, "--out", out).status());
    assertEquals(0, JSON.readTree(out.resolve("people.json").toFile()).size());
    assertEquals(0, out.resolve("headshots").toFile().list().length);
  }

  @Test
  void what_cannot_be_read_is_status_1_and_one_sentence() throws IOException {
    byte[] bytes = Files.readAllBytes(video);
    List<Path> files =
        List.of(
            Files.createFile(folder.resolve("empty.mp4")),
            Files.writeString(folder.resolve("text.mp4"), "no video"),
            Files.write(folder.resolve("start.mp4"), Arrays.copyOf(bytes, 1000)));
    for (Path file : files) {
      Cli.Result result = Cli.run("people", file, "--out", out);
      assertEquals(1, result.status());
      assertEquals(1, result.errors().lines().count(), result.errors());
      assertTrue(result.errors().startsWith("face-video: " + file + ": Not a video, "));
    }
    assertEquals(3, files.size());
  }

  @Test
  void a_file_that_ends_early_is_searched_and_status_1() throws IOException {
    byte[] bytes = Files.readAllBytes(video);
    Path half = Files.write(folder.resolve("half.mp4"), Arrays.copyOf(bytes, bytes.length / 2));
    Cli.Result result = Cli.run("people", half, "--out", out);
    assertEquals(1, result.status());
    assertTrue(result.errors().startsWith("face-video: " + half + ": The video ends early; "));
    assertEquals(1, result.errors().lines().count(), result.errors());
    assertFalse(JSON.readTree(out.resolve("people.json").toFile()).isEmpty());
  }

  @Test
  void wrong_usage_is_status_2_and_says_why() {
    List<List<Object>> wrong =
        List.of(
            List.of(),
            List.of("people"),
            List.of("people", video),
            List.of("people", "no-such.mp4", "--out", out),
            List.of("people", folder, "--out", out),
            List.of("people", video, "--out", out, "--every", "0s"),
            List.of("people", video, "--out", out, "--every", "1"),
            List.of("people", video, "--out", out, "--gap", "x"),
            List.of("people", video, "--out", out, "--threshold", "1.5"));
    for (List<Object> arguments : wrong) {
      Cli.Result result = Cli.run(arguments.toArray());
      assertEquals(2, result.status(), arguments + ": " + result.errors());
      assertFalse(result.errors().isBlank(), arguments.toString());
    }
    assertEquals(9, wrong.size());
  }

  private static String ranges(JsonNode person) {
    return person.get("ranges").toString().replaceAll("0+(?=[,\\]])", "0").replace(".00", ".0");
  }

  private void assertIsHeadshotOf(String photo, JsonNode person) throws IOException {
    Path headshot = out.resolve(person.get("headshot").asText());
    assertEquals(160, ImageIO.read(headshot.toFile()).getWidth());
    try (FaceExtractor extractor = FaceExtractor.create()) {
      Face there = extractor.analyze(ImageSource.file(headshot)).faces().get(0);
      Face wanted =
          extractor.analyze(ImageSource.bytes(photo, TestVideo.bytes(photo))).faces().get(0);
      double similarity = there.embedding().similarity(wanted.embedding());
      assertTrue(similarity > 0.5, photo + ": " + similarity);
    }
  }
}
