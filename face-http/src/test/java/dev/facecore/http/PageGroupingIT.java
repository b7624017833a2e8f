package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facecore.Box;
import dev.facecore.DedupMode;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceLandmarks;
import dev.facecore.Person;
import dev.facecore.Point;
import dev.facecore.Sighting;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page groups the faces of an answer as the service does. */
class PageGroupingIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Readability READABILITY = new Readability(2, 2.8, 0.6);
  private static final int CASES = 120;
  private static final int SIZE = 12;

  @TempDir private static Path scratch;
  private static PeoplePage page;

  @BeforeAll
  static void start() {
    page = PeoplePage.start(scratch, Map.of());
    page.visit();
  }

  @AfterAll
  static void stop() {
    if (page != null) page.close();
  }

  private static String regroup(String cases) {
    return (String)
        page.browser.script(
            "return import(new URL('web/regroup.js', location.href)).then(({regrouped}) =>"
                + " JSON.stringify(JSON.parse(arguments[0]).map(({answer, settings}) =>"
                + " regrouped(answer, settings))));",
            cases);
  }

  private static ObjectNode settings(
      ObjectNode at, DedupMode mode, double threshold, boolean distinct, double quality) {
    return at.put("dedup", mode.name().toLowerCase(Locale.ROOT))
        .put("threshold", threshold)
        .put("distinct", distinct)
        .put("quality", quality);
  }

  @Test
  void random_faces_become_the_people_of_the_library() throws IOException {
    Random random = new Random(11);
    ArrayNode cases = JSON.createArrayNode();
    List<List<List<Double>>> expected = new ArrayList<>();
    int people = 0;
    int faces = 0;
    for (int i = 0; i < CASES; i++) {
      List<Face> found = faces(random);
      DedupMode mode = DedupMode.values()[i % 3];
      double threshold = random.nextInt(100) / 100.0;
      boolean distinct = random.nextBoolean();
      ObjectNode next = cases.addObject();
      next.set("answer", ungrouped(found));
      settings(next.putObject("settings"), mode, threshold, distinct, 0);
      List<Person> grouped =
          FaceDeduplicator.of(mode, threshold, distinct).withReadability(READABILITY).group(found);
      expected.add(grouped.stream().map(person -> places(person, found)).toList());
      people += grouped.size();
      faces += found.size();
    }
    List<List<List<Double>>> given = new ArrayList<>();
    for (JsonNode answer : JSON.readTree(regroup(cases.toString()))) {
      given.add(placesOf(answer));
    }
    assertEquals(expected, given);
    assertTrue(people > 500 && people < faces - 500, people + " people of " + faces + " faces");
  }

  /** Of a few people, some hard to read, some faces twice; each at a place of its own. */
  private static List<Face> faces(Random random) {
    List<Face> faces = new ArrayList<>();
    float[][] centres = new float[1 + random.nextInt(6)][];
    for (int i = 0; i < centres.length; i++) centres[i] = noise(random, new float[SIZE], 1);
    for (int i = 0, count = random.nextInt(30); i < count; i++) {
      int image = random.nextInt(6);
      if (i > 0 && random.nextInt(8) == 0) {
        Face same = faces.get(random.nextInt(i));
        faces.add(face(image, i, same.quality(), same.confidence(), same.embedding()));
        continue;
      }
      float[] vector = noise(random, centres[random.nextInt(centres.length)], 0.35);
      double length = 1 + 3 * random.nextDouble();
      Embedding embedding = new Embedding("test", vector, length);
      faces.add(face(image, i, random.nextInt(1000) / 1000.0, 0.9, embedding));
    }
    Collections.sort(faces, Comparator.comparingInt(Face::imageIndex));
    return faces;
  }

  private static Face face(
      int image, int place, double quality, double confidence, Embedding embedding) {
    Point point = new Point(1, 1);
    FaceLandmarks points = new FaceLandmarks(point, point, point, point, point);
    return new Face(image, new Box(place, 1, 5, 5), points, confidence, quality, embedding, null);
  }

  private static float[] noise(Random random, float[] centre, double amount) {
    float[] vector = new float[SIZE];
    double square = 0;
    for (int i = 0; i < SIZE; i++) {
      vector[i] = (float) (centre[i] + amount * random.nextGaussian());
      square += (double) vector[i] * vector[i];
    }
    for (int i = 0; i < SIZE; i++) vector[i] = (float) (vector[i] / Math.sqrt(square));
    return vector;
  }

  /** As the service answers at threshold 1. */
  private static ObjectNode ungrouped(List<Face> faces) {
    ObjectNode answer = JSON.createObjectNode();
    answer.putObject("model").put("unreadable_penalty", READABILITY.penalty());
    ArrayNode people = answer.putArray("faces");
    for (Person person : FaceDeduplicator.of(DedupMode.FIRST, 1, false).group(faces)) {
      Face kept = person.face();
      ObjectNode face = people.addObject();
      place(face, kept.imageIndex(), kept.box(), kept.confidence());
      face.put("quality", kept.quality()).put("unreadable", READABILITY.weight(kept.embedding()));
      ArrayNode embedding = face.putArray("embedding");
      for (float value : kept.embedding().values()) embedding.add(value);
      ArrayNode others = face.putArray("occurrences");
      for (Sighting seen : person.sightings()) {
        if (faces.get(seen.faceIndex()) == kept) continue;
        place(others.addObject(), seen.imageIndex(), seen.box(), seen.confidence());
      }
    }
    return answer;
  }

  private static void place(ObjectNode face, int image, Box box, double confidence) {
    face.put("image_index", image).put("confidence", confidence);
    face.putObject("box").put("x", box.x()).put("y", 1).put("width", 5).put("height", 5);
  }

  /** Where the person was seen, the kept face first. */
  private static List<Double> places(Person person, List<Face> faces) {
    List<Double> places = new ArrayList<>(List.of(person.face().box().x()));
    for (Sighting seen : person.sightings()) {
      if (faces.get(seen.faceIndex()) != person.face()) places.add(seen.box().x());
    }
    return places;
  }

  private static List<List<Double>> placesOf(JsonNode answer) {
    List<List<Double>> people = new ArrayList<>();
    for (JsonNode face : answer.get("faces")) {
      List<Double> places = new ArrayList<>(List.of(face.at("/box/x").asDouble()));
      face.get("occurrences").forEach(seen -> places.add(seen.at("/box/x").asDouble()));
      people.add(places);
    }
    return people;
  }

  @Test
  void photographs_become_the_answer_of_the_service() throws IOException {
    ServiceClient api = new ServiceClient(page.service());
    JsonNode apart = answer(api, DedupMode.FIRST, 1, false, 0);
    assertEquals(4, apart.get("unique_faces").asInt());
    int compared = 0;
    for (DedupMode mode : DedupMode.values()) {
      for (double threshold : new double[] {0, 0.4, 0.75, 0.9, 1}) {
        for (double quality : new double[] {0, 0.9}) {
          ObjectNode settings = JSON.createObjectNode();
          settings(settings, mode, threshold, compared % 2 == 0, quality);
          ArrayNode cases = JSON.createArrayNode();
          cases.addObject().<ObjectNode>set("answer", apart).set("settings", settings);
          ObjectNode given = (ObjectNode) JSON.readTree(regroup(cases.toString())).get(0);
          JsonNode expected = answer(api, mode, threshold, compared % 2 == 0, quality);
          assertEquals(comparable(expected), comparable(given), settings.toString());
          compared++;
        }
      }
    }
    assertEquals(30, compared);
  }

  private static JsonNode answer(
      ServiceClient api, DedupMode mode, double threshold, boolean distinct, double quality)
      throws IOException {
    FormBody body =
        new FormBody()
            .field("details", "true")
            .field("dedup", mode.name().toLowerCase(Locale.ROOT))
            .field("similarity_threshold", String.valueOf(threshold))
            .field("same_photo_distinct", String.valueOf(distinct))
            .field("min_quality", String.valueOf(quality));
    for (Path photograph : Photographs.ALL) {
      body.file("images", photograph.getFileName().toString(), Files.readAllBytes(photograph));
    }
    return api.post("/extract-faces", FormBody.TYPE, body.bytes()).json();
  }

  /** Without what is of one request, and the rate, which the page does not know. */
  private static JsonNode comparable(JsonNode answer) throws IOException {
    ObjectNode rest = (ObjectNode) JSON.readTree(answer.toString());
    rest.remove(List.of("request_id", "processing_time_ms", "timings_ms"));
    ((ObjectNode) rest.get("model")).remove("false_match_rate");
    ObjectNode model = (ObjectNode) rest.get("model");
    model.put("threshold", model.get("threshold").asDouble());
    rest.withArray("faces").forEach(face -> ((ObjectNode) face).remove("face_id"));
    rest.withArray("faces")
        .forEach(face -> ((ObjectNode) face).put("unreadable", face.get("unreadable").asDouble()));
    return rest;
  }
}
