package dev.facecore.examples.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.examples.Cli;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a user runs it, on the sample photographs. */
class ExtractCommandIT {
  private static final String PHOTOS = "photos";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path out;

  @Test
  void writes_the_five_outputs() throws IOException {
    Cli.Result result = Cli.run("extract", PHOTOS, "--out", out.toString());
    assertEquals(0, result.status(), result.errors());
    assertEquals("", result.errors());
    List<String> summary = result.output().lines().toList();
    assertEquals(2, summary.size());
    assertEquals("5 images, 4 faces, 3 people: " + out.resolve("index.html"), summary.get(0));
    assertTrue(summary.get(1).startsWith("At threshold 0.4, 0.015 % of "), summary.get(1));

    List<JsonNode> images = lines("images.jsonl");
    assertEquals(5, images.size());
    assertEquals(
        "[astronaut.png, biden.jpg, coffee.png, obama.jpg, obama2.jpg]",
        images.stream()
            .map(row -> Path.of(row.get("image").asText()).getFileName())
            .toList()
            .toString());
    assertEquals(512, images.get(0).get("width").asInt());
    assertEquals(0, images.get(2).get("faces").asInt());
    assertTrue(images.get(2).get("error").isNull());

    List<JsonNode> faces = lines("faces.jsonl");
    assertEquals(4, faces.size());
    for (JsonNode face : faces) checkFace(face);

    JsonNode people = JSON.readTree(out.resolve("people.json").toFile());
    assertEquals(3, people.size());
    assertEquals(2, people.get(2).get("sightings").asInt());
    assertEquals(2, faces.stream().filter(face -> face.get("person").asInt() == 2).count());
    for (JsonNode person : people) checkHeadshot(person);

    String page = Files.readString(out.resolve("index.html"));
    assertTrue(page.contains("photos/obama2.jpg"));
    assertFalse(
        page.contains("http:") || page.contains("https:"), "the page needs nothing from outside");
  }

  private static void checkFace(JsonNode face) {
    assertEquals(4, face.get("box").size());
    assertEquals(5, face.get("landmarks").size());
    assertEquals(512, face.get("embedding").size());
    double squares = 0;
    for (JsonNode value : face.get("embedding")) squares += value.asDouble() * value.asDouble();
    assertEquals(1, Math.sqrt(squares), 1e-5);
    assertTrue(face.get("confidence").asDouble() >= 0.5 && face.get("confidence").asDouble() <= 1);
    assertTrue(face.get("quality").asDouble() >= 0 && face.get("quality").asDouble() <= 1);
  }

  private void checkHeadshot(JsonNode person) throws IOException {
    BufferedImage headshot = ImageIO.read(out.resolve(person.get("headshot").asText()).toFile());
    assertEquals(160, headshot.getWidth());
    assertEquals(160, headshot.getHeight());
  }

  @Test
  void any_number_of_threads_writes_the_same_faces() throws IOException {
    List<String> written = new ArrayList<>();
    for (String threads : List.of("1", "2", "4")) {
      assertEquals(
          0,
          Cli.run("extract", PHOTOS, "--out", out.toString(), "--threads", threads, "--restart")
              .status());
      written.add(Files.readString(out.resolve("faces.jsonl")));
    }
    assertEquals(written.get(0), written.get(1));
    assertEquals(written.get(0), written.get(2));
  }

  @Test
  void names_pictures_that_failed_and_does_the_others(@TempDir Path folder) throws IOException {
    Files.copy(Path.of(PHOTOS, "obama.jpg"), folder.resolve("good.jpg"));
    Files.writeString(folder.resolve("bad.jpg"), "no picture");
    Files.writeString(folder.resolve("notes.txt"), "no picture either, and not called like one");
    Cli.Result result = Cli.run("extract", folder.toString(), "--out", out.toString());
    assertEquals(1, result.status());
    assertTrue(result.errors().startsWith(folder.resolve("bad.jpg") + ": "), result.errors());
    assertEquals(1, result.errors().lines().count());
    assertEquals(1, lines("faces.jsonl").size());
    List<JsonNode> images = lines("images.jsonl");
    assertEquals(2, images.size());
    assertFalse(images.get(0).get("error").isNull());
  }

  @Test
  void wrong_usage_is_status_2_and_says_why() {
    List<List<String>> wrong =
        List.of(
            List.of("extract", PHOTOS),
            List.of("extract", "--out", "x"),
            List.of("extract", "no-such-folder", "--out", "x"),
            List.of("extract", PHOTOS, "--out", "x", "--threshold", "1.5"),
            List.of("extract", PHOTOS, "--out", "x", "--threshold", "NaN"),
            List.of("extract", PHOTOS, "--out", "x", "--min-face-size", "0"),
            List.of("extract", PHOTOS, "--out", "x", "--dedup", "last"),
            List.of("extract", PHOTOS, "--out", "x", "--detection-size", "63"),
            List.of("extract", PHOTOS, "--out", "x", "--detection-size", "big"),
            List.of("extract", PHOTOS, "--out", "x", "--threads", "0"),
            List.of("extract", PHOTOS, "--out", "x", "--detector", "nobody"),
            List.of("extract", PHOTOS, "--out", "x", "--model", "nobody"),
            List.of("no-such-command"),
            List.of());
    for (List<String> arguments : wrong) {
      Cli.Result result = Cli.run(arguments.toArray(String[]::new));
      assertEquals(2, result.status(), arguments + ": " + result.errors());
      assertFalse(result.errors().isBlank(), arguments.toString());
    }
    assertEquals(14, wrong.size());
  }

  private List<JsonNode> lines(String file) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve(file))) rows.add(JSON.readTree(line));
    return rows;
  }
}
