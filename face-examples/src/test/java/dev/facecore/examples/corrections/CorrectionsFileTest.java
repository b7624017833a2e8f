package dev.facecore.examples.corrections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Box;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user may write, and what must not get in. */
class CorrectionsFileTest {
  private static final String A = face("a.jpg", "[10, 20, 30, 40]");
  private static final String NEAR_A = face("a.jpg", "[12, 20, 30, 40]");
  private static final String B = face("b.jpg", "[1.5, -2e0, 3, 4]");
  private static final String C = face("c.jpg", "[0, 0, 9, 9]");

  @TempDir Path folder;

  private static String face(String image, String box) {
    return "{\"image\": \"" + image + "\", \"box\": " + box + "}";
  }

  private static String named(String face, String name) {
    return face.replace("}", ", \"name\": " + name + "}");
  }

  private static String file(String fields) {
    return "{\"version\": 1" + (fields.isEmpty() ? "" : ", ") + fields + "}";
  }

  private Corrections read(String text) throws CorrectionsException, IOException {
    return CorrectionsFile.read(Files.writeString(folder.resolve("corrections.json"), text));
  }

  private String refusal(String text) {
    String message = assertThrows(CorrectionsException.class, () -> read(text), text).getMessage();
    String path = "'" + folder.resolve("corrections.json") + "' ";
    assertTrue(message.startsWith(path), message);
    return message.substring(path.length());
  }

  @Test
  void holds_pairs_and_names() throws Exception {
    Corrections read =
        read(
            file(
                "\"same\": [[%s, %s]], \"different\": [[%s, %s]], \"names\": [%s, %s]"
                    .formatted(
                        A,
                        B,
                        A,
                        C,
                        named(A, "\" <script>alert(1)</script> \""),
                        named(C, "null"))));
    FacePlace a = new FacePlace("a.jpg", new Box(10, 20, 30, 40));
    FacePlace b = new FacePlace("b.jpg", new Box(1.5, -2, 3, 4));
    assertEquals(new Corrections.Pair(a, b), read.same().get(0));
    assertEquals("c.jpg", read.different().get(0).b().image());
    assertEquals("<script>alert(1)</script>", read.names().get(0).name());
    assertNull(read.names().get(1).name());
    assertEquals(4, read.count());
    assertEquals(0, read(file("")).count());
  }

  @Test
  void may_be_as_the_documentation_shows_it() throws Exception {
    String page = Files.readString(Path.of("../docs/command-line.md"));
    String example = page.split("```json\n\\{\n  \"version\"")[1].split("```")[0];
    Corrections read = read("{\"version\"" + example);
    assertEquals(2, read.count());
    assertEquals("Joe", read.names().get(0).name());
  }

  @Test
  void is_refused_with_what_is_wrong_and_where() {
    Map<String, String> refusals = new LinkedHashMap<>();
    refusals.put("[]", "must be a JSON object.");
    refusals.put("", "must be a JSON object.");
    refusals.put("{}", "has no \"version\"; add \"version\": 1.");
    refusals.put("{\"version\": 2}", "version must be 1, got '2'; a newer faces may read it.");
    refusals.put("{\"version\": 1.0}", "version must be 1, got '1.0'; a newer faces may read it.");
    refusals.put(
        file("\"sane\": []"),
        "has the unknown field 'sane'; known are version, same, different or names.");
    refusals.put(file("\"same\": {}"), "same must be an array, got an object.");
    refusals.put(file("\"same\": [" + A + "]"), "same[0] must be an array, got an object.");
    refusals.put(file("\"same\": [[" + A + "]]"), "same[0] must be two faces, got 1.");
    refusals.put(
        file("\"different\": [[%s,%s],[%s,%s,%s]]".formatted(A, B, A, B, C)),
        "different[1] must be two faces, got more.");
    refusals.put(
        file("\"same\": [[" + A + ", 7]]"),
        "same[0][1] must be an object with image and box, got '7'.");
    refusals.put(
        file("\"same\": [[" + named(A, "\"x\"") + "]]"),
        "has the unknown field 'name' in same[0][0]; known are image or box.");
    refusals.put(
        file("\"names\": [" + A.replace("box", "bix") + "]"),
        "has the unknown field 'bix' in names[0]; known are image, box or name.");
    refusals.put(
        file("\"names\": [" + A + "]"), "names[0].name is missing; null takes a name away.");
    refusals.put(file("\"names\": [{\"image\": \"a\"}]"), "names[0].box is missing.");
    refusals.put(
        file("\"names\": [" + named(face("", "[1,2,3,4]"), "\"x\"") + "]"),
        "names[0].image must be a path as in faces.jsonl, got ''.");
    for (String box :
        new String[] {"[1,2,3]", "[1,2,3,4,5]", "[1,2,0,4]", "[1,2,3,-4]", "[1,2,3,1e999]", "7"}) {
      refusals.put(
          file("\"names\": [" + named(face("a", box), "\"x\"") + "]"),
          "names[0].box must be four numbers [x, y, width, height], the last two above 0.");
    }
    for (String name : new String[] {"\" \"", "\"a\\nb\"", "7", "[]"}) {
      String shown = name.equals("7") ? "'7'" : name.equals("[]") ? "an array" : null;
      String refusal = refusal(file("\"names\": [" + named(A, name) + "]"));
      assertTrue(
          refusal.startsWith("names[0].name must be null or a text of 1 to 200 characters"),
          refusal);
      if (shown != null) assertTrue(refusal.endsWith("got " + shown + "."), refusal);
    }
    refusals.put(file("") + " {}", "has more after the JSON object.");
    assertEquals(23, refusals.size());
    refusals.forEach((text, message) -> assertEquals(message, refusal(text)));
  }

  @Test
  void is_refused_where_it_is_not_json() {
    String[] damaged = {
      "corrections",
      "{\"version\": 1,",
      file("\"same\": [], \"same\": []"),
      file("\"same\": " + "[".repeat(50_000)),
      file("\"names\": [" + named(A, "\"" + "x".repeat(100_000) + "\"") + "]"),
      file("\"names\": [" + face("a", "[1,2,3," + "9".repeat(5000) + "]") + "]"),
      "\u0000\u0001\u0002"
    };
    for (String text : damaged) {
      String refusal = refusal(text);
      assertTrue(
          refusal.endsWith("; save it again from index.html.") || text.contains("[[["), refusal);
      assertTrue(refusal.length() < 200, refusal);
    }
    assertEquals(7, damaged.length);
  }

  @Test
  void never_fails_otherwise_whatever_byte_is_changed() throws IOException {
    byte[] whole =
        file("\"same\": [[%s, %s]], \"names\": [%s]".formatted(A, B, named(C, "\"é\"")))
            .getBytes(StandardCharsets.UTF_8);
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(whole.length)] = (byte) random.nextInt(256);
      try {
        CorrectionsReader.read(changed);
      } catch (CorrectionsException e) {
        refused++;
      }
    }
    assertTrue(refused > 1000, refused + " of 3000 were refused");
  }

  @Test
  void that_is_too_large_or_no_file_is_refused() throws IOException {
    assertTrue(
        refusal(" ".repeat(CorrectionsFile.MOST_BYTES + 1)).startsWith("must have at most 32 MiB"));
    Path sub = Files.createDirectory(folder.resolve("sub"));
    assertEquals(
        "'" + sub + "' must be a file with corrections.",
        assertThrows(CorrectionsException.class, () -> CorrectionsFile.read(sub)).getMessage());
    Path absent = folder.resolve("absent");
    assertEquals(
        "'" + absent + "' cannot be read: It does not exist.",
        assertThrows(CorrectionsException.class, () -> CorrectionsFile.read(absent)).getMessage());
  }

  @Test
  void that_contradicts_itself_names_both() throws Exception {
    assertEquals(
        "different[0] says that b.jpg [2, -2, 3, 4] and a.jpg [12, 20, 30, 40] are two people, but"
            + " same[0] says that they are one; remove one of them.",
        refusal(
            file("\"same\": [[%s, %s]], \"different\": [[%s, %s]]".formatted(A, B, B, NEAR_A))));
    assertEquals(
        "different[0] says that a.jpg [10, 20, 30, 40] and c.jpg [0, 0, 9, 9] are two people, but"
            + " same[1], same[0] say that they are one; remove one of them.",
        refusal(
            file(
                "\"same\": [[%s, %s], [%s, %s]], \"different\": [[%s, %s]]"
                    .formatted(B, C, B, A, A, C))));
    assertEquals(
        "different[0] says that a.jpg [10, 20, 30, 40] and a.jpg [12, 20, 30, 40] are two people,"
            + " but that is one face; remove one of them.",
        refusal(file("\"different\": [[%s, %s]]".formatted(A, NEAR_A))));
    assertEquals(
        "names[0] calls a.jpg [10, 20, 30, 40] 'Anna', names[1] calls b.jpg [2, -2, 3, 4] 'Bea',"
            + " but same[0] says that they are one; remove one of them.",
        refusal(
            file(
                "\"same\": [[%s, %s]], \"names\": [%s, %s]"
                    .formatted(A, B, named(A, "\"Anna\""), named(B, "\"Bea\"")))));
    assertEquals(
        2,
        read(file("\"names\": [%s, %s]".formatted(named(A, "\"X\""), named(B, "\"X\"")))).count());
  }
}
