package dev.facecore.examples.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.examples.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who stay from run to run, and what a user says about them. */
class CorrectionsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void firstRun() {
    out = folder.resolve("out");
    assertEquals(List.of(), notes(extract("photos")));
    assertEquals(3, people().size());
  }

  private Cli.Result extract(String path, String... options) {
    Stream<String> fixed = Stream.of("extract", path, "--out", out.toString());
    return Cli.run(Stream.concat(fixed, Stream.of(options)).toArray(String[]::new));
  }

  /** What is said beside the summary of a run that succeeded. */
  private static List<String> notes(Cli.Result result) {
    assertEquals(0, result.status(), result.errors());
    return result
        .output()
        .lines()
        .filter(line -> line.contains("since the last run") || line.contains("corrections"))
        .toList();
  }

  private List<JsonNode> people() {
    try {
      List<JsonNode> people = new ArrayList<>();
      JSON.readTree(out.resolve("people.json").toFile()).forEach(people::add);
      return people;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> ids() {
    return people().stream().map(person -> person.get("face_id").asText()).toList();
  }

  /** A face as corrections name it. */
  private Map<String, Object> face(String photo) throws IOException {
    for (String line : Files.readAllLines(out.resolve("faces.jsonl"))) {
      JsonNode face = JSON.readTree(line);
      String image = face.get("image").asText();
      if (image.endsWith("/" + photo)) return Map.of("image", image, "box", face.get("box"));
    }
    throw new AssertionError(photo);
  }

  private static Map<String, Object> named(Map<String, Object> face, String name) {
    return Map.of("image", face.get("image"), "box", face.get("box"), "name", name);
  }

  private Path corrections(String name, Map<String, Object> content) throws IOException {
    Map<String, Object> versioned = new java.util.LinkedHashMap<>(content);
    versioned.put("version", 1);
    Path file = folder.resolve(name);
    JSON.writeValue(file.toFile(), versioned);
    return file;
  }

  @Test
  void people_keep_their_ids_when_images_come_and_go() throws IOException {
    List<String> first = ids();
    assertEquals(List.of("People since the last run: 3 kept, 0 new."), notes(extract("photos")));
    assertEquals(first, ids());
    assertEquals(
        List.of("People since the last run: 1 kept, 0 new, 2 gone."),
        notes(extract("photos/obama2.jpg")));
    assertEquals(first.subList(2, 3), ids());
    assertEquals(List.of("People since the last run: 1 kept, 2 new."), notes(extract("photos")));
    assertEquals(first.get(2), ids().get(2));
    assertNotEquals(first.get(0), ids().get(0));
    Files.writeString(out.resolve("people.json"), "[{\"person\": 0, \"face_id\": 7");
    Cli.Result damaged = extract("photos");
    assertEquals(List.of(), notes(damaged));
    assertTrue(damaged.errors().contains("every person gets a new face_id"), damaged.errors());
  }

  @Test
  void corrections_join_split_and_name() throws IOException {
    List<String> first = ids();
    Path file =
        corrections(
            "marks.json",
            Map.of(
                "same", List.of(List.of(face("astronaut.png"), face("biden.jpg"))),
                "different", List.of(List.of(face("obama.jpg"), face("obama2.jpg"))),
                "names", List.of(named(face("obama2.jpg"), "<b>Barack</b>"))));
    assertEquals(
        List.of(
            "People since the last run: 2 kept, 0 new, 1 merged into others, 1 split off.",
            "3 of 3 corrections are applied."),
        notes(extract("photos", "--corrections", file.toString())));
    assertEquals(3, people().size());
    assertEquals(first.get(0), ids().get(0));
    assertEquals(2, people().get(0).get("sightings").asInt());
    assertEquals("<b>Barack</b>", people().get(2).get("name").asText());

    Files.copy(file, out.resolve("corrections.json"), StandardCopyOption.REPLACE_EXISTING);
    List<String> corrected = ids();
    assertEquals(
        List.of("People since the last run: 3 kept, 0 new.", "3 of 3 corrections are applied."),
        notes(extract("photos")));
    assertEquals(corrected, ids());
    Files.delete(out.resolve("corrections.json"));
    extract("photos");
    assertEquals("<b>Barack</b>", people().get(2).get("name").asText(), "a name is kept");
    assertEquals(2, people().get(2).get("sightings").asInt());
  }

  @Test
  void a_face_that_is_gone_is_told_and_not_fatal() throws IOException {
    Map<String, Object> gone = Map.of("image", "photos/gone.jpg", "box", List.of(1, 2, 3, 4));
    Map<String, Object> moved =
        Map.of("image", face("biden.jpg").get("image"), "box", List.of(0, 0, 9, 9));
    Path file =
        corrections(
            "marks.json",
            Map.of(
                "same", List.of(List.of(gone, face("biden.jpg"))),
                "names", List.of(named(moved, "Joe"), named(face("astronaut.png"), "Eileen"))));
    Cli.Result result = extract("photos", "--corrections", file.toString());
    assertEquals(0, result.status());
    assertTrue(result.output().contains("1 of 3 corrections are applied."), result.output());
    assertEquals(
        List.of(
            "photos/gone.jpg [1, 2, 3, 4]: The image has no face in this run; same[0] is not"
                + " applied.",
            "photos/biden.jpg [0, 0, 9, 9]: No face is at this place any more; names[0] is not"
                + " applied."),
        result.errors().lines().toList());
    assertEquals("Eileen", people().get(0).get("name").asText());
  }

  @Test
  void what_cannot_be_kept_is_wrong_usage() throws IOException {
    List<List<Map<String, Object>>> pair =
        List.of(List.of(face("astronaut.png"), face("biden.jpg")));
    Path both = corrections("both.json", Map.of("same", pair, "different", pair));
    Cli.Result contradiction = extract("photos", "--corrections", both.toString());
    assertEquals(2, contradiction.status());
    assertTrue(
        contradiction.errors().contains("photos/astronaut.png")
            && contradiction.errors().contains("photos/biden.jpg"),
        contradiction.errors());
    Path same = corrections("same.json", Map.of("same", pair));
    Cli.Result mode = extract("photos", "--dedup", "best", "--corrections", same.toString());
    assertEquals(2, mode.status());
    assertTrue(mode.errors().contains("needs --dedup cluster, got 'best'"), mode.errors());
    Path name = corrections("name.json", Map.of("names", List.of(named(face("biden.jpg"), "Joe"))));
    assertEquals(
        0, extract("photos", "--dedup", "first", "--corrections", name.toString()).status());
    assertEquals("Joe", people().get(1).get("name").asText());
    Path unknown = corrections("unknown.json", Map.of("smae", pair));
    Cli.Result typo = extract("photos", "--corrections", unknown.toString());
    assertEquals(2, typo.status());
    assertTrue(typo.errors().contains("unknown field 'smae'"), typo.errors());
    assertEquals(2, extract("photos", "--corrections", folder + "/none.json").status());
  }
}
