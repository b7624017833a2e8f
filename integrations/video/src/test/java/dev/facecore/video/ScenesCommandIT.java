package dev.facecore.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenes of a stand-in service through the real face-http. */
class ScenesCommandIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static SceneHost host;
  private static FaceHttpProcess service;

  @TempDir Path out;

  @BeforeAll
  static void start() throws IOException {
    host = new SceneHost();
    for (String photo : List.of("obama.jpg", "obama2.jpg", "biden.jpg", "coffee.png")) {
      host.put("/frames/" + photo, TestVideo.bytes(photo));
    }
    host.put(
            "/scenes.json",
            list(
                scene(0, 2, "obama.jpg", "obama2.jpg"),
                scene(2, 4.5, "biden.jpg"),
                scene(4.5, 6, "coffee.png"),
                "{\"start\": 6, \"end\": 7}",
                scene(7, 9, "biden.jpg", "obama2.jpg")))
        .put("/lost.json", list(scene(0, 2, "obama.jpg", "lost.jpg")))
        .put("/none.json", "[]")
        .put("/page.html", "<html></html>")
        .put("/many.json", list(scene(0, 60, manyFrames())))
        .start();
    service = new FaceHttpProcess();
  }

  @AfterAll
  static void stop() {
    if (service != null) service.close();
    host.close();
  }

  private static String list(String... scenes) {
    return "[" + String.join(",", scenes) + "]";
  }

  private static String scene(double start, double end, String... frames) {
    List<String> addresses =
        Stream.of(frames).map(frame -> "\"" + host.at("/frames/" + frame) + "\"").toList();
    return "{\"start\": %s, \"end\": %s, \"kind\": \"cut\", \"frames\": %s}"
        .formatted(start, end, addresses);
  }

  private static String[] manyFrames() {
    return IntStream.range(0, 11).mapToObj(i -> "obama.jpg").toArray(String[]::new);
  }

  @Test
  void tells_who_is_in_which_scene() throws IOException {
    Cli.Result result = run("/scenes.json");
    assertEquals(0, result.status(), result.errors());
    assertEquals("", result.errors());
    assertEquals(
        "5 scenes, 6 frames, 2 people: " + out.resolve("scenes.json"), result.output().strip());
    JsonNode written = JSON.readTree(out.resolve("scenes.json").toFile());
    JsonNode scenes = written.get("scenes");
    assertEquals(5, scenes.size());
    List<String> people = List.of("[0]", "[1]", "[]", "[]", "[0,1]");
    for (int i = 0; i < 5; i++) {
      assertEquals(people.get(i), scenes.get(i).get("people").toString(), "scene " + i);
    }
    assertEquals(4.5, scenes.get(1).get("end").asDouble());
    assertEquals(2, written.get("people").size());
    assertEquals(3, written.get("people").get(0).get("sightings").asInt());
    assertEquals(2, written.get("people").get(1).get("sightings").asInt());
    for (JsonNode person : written.get("people")) {
      Path headshot = out.resolve(person.get("headshot").asText());
      assertEquals(160, ImageIO.read(headshot.toFile()).getWidth());
    }
  }

  @Test
  void a_frame_that_is_lost_is_named_and_does_not_fail_the_others() throws IOException {
    Cli.Result result = run("/lost.json");
    assertEquals(1, result.status());
    assertTrue(
        result.errors().startsWith("face-video: " + host.at("/frames/lost.jpg") + ": "),
        result.errors());
    assertEquals(1, result.errors().lines().count());
    JsonNode written = JSON.readTree(out.resolve("scenes.json").toFile());
    assertEquals("[0]", written.get("scenes").get(0).get("people").toString());
  }

  @Test
  void what_a_service_refuses_or_does_not_know_is_one_sentence() {
    assertRefused(run("/nowhere.json"), "The scene service answers 404 at ");
    assertRefused(run("/page.html"), "The scene service answers with something else at ");
    assertRefused(run("/none.json"), "No scene has a frame");
    assertRefused(run("/many.json"), "The face service refuses: ");
    assertRefused(
        Cli.run(
            "scenes", host.at("/scenes.json"), "--service", host.at("/page.html"), "--out", out),
        "The face service answers with something else at ");
    assertRefused(
        Cli.run("scenes", host.at("/scenes.json"), "--service", "http://127.0.0.1:1", "--out", out),
        "The face service does not answer at ");
  }

  private static void assertRefused(Cli.Result result, String start) {
    assertEquals(1, result.status());
    assertTrue(result.errors().startsWith("face-video: " + start), result.errors());
    assertEquals(1, result.errors().lines().count(), result.errors());
  }

  @Test
  void wrong_usage_is_status_2_and_says_why() {
    List<List<Object>> wrong =
        List.of(
            List.of("scenes"),
            List.of("scenes", host.at("/scenes.json")),
            List.of("scenes", "file:///etc/hosts", "--out", out),
            List.of("scenes", "scenes.json", "--out", out),
            List.of("scenes", "no address", "--out", out),
            List.of("scenes", host.at("/scenes.json"), "--service", "localhost", "--out", out));
    for (List<Object> arguments : wrong) {
      Cli.Result result = Cli.run(arguments.toArray());
      assertEquals(2, result.status(), arguments + ": " + result.errors());
      assertTrue(result.errors().startsWith("face-video scenes: "), result.errors());
      assertEquals(1, result.errors().lines().count(), result.errors());
    }
    assertEquals(6, wrong.size());
  }

  private Cli.Result run(String path) {
    return Cli.run("scenes", host.at(path), "--service", service.address(), "--out", out);
  }
}
