package dev.facecore;

import static dev.facecore.internal.dedup.TestFaces.crowd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.stage.AlignedFace;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What an application writes with Jackson, without any setting, it can read again: no number of a
 * face is lost on the way.
 */
class JacksonTest {
  private static final List<Person> PEOPLE =
      FaceDeduplicator.of(DedupMode.FIRST, 0.4, false).group(crowd(3, 2, 24, 0.5, 7));

  private interface Mapper {
    String write(Object value) throws Exception;

    <T> T read(String json, Class<T> type) throws Exception;
  }

  private static final class Two implements Mapper {
    private final com.fasterxml.jackson.databind.ObjectMapper mapper =
        new com.fasterxml.jackson.databind.ObjectMapper();

    @Override
    public String write(Object value) throws Exception {
      return mapper.writeValueAsString(value);
    }

    @Override
    public <T> T read(String json, Class<T> type) throws Exception {
      return mapper.readValue(json, type);
    }
  }

  private static final class Three implements Mapper {
    private final tools.jackson.databind.ObjectMapper mapper =
        new tools.jackson.databind.json.JsonMapper();

    @Override
    public String write(Object value) {
      return mapper.writeValueAsString(value);
    }

    @Override
    public <T> T read(String json, Class<T> type) {
      return mapper.readValue(json, type);
    }
  }

  @Test
  void jackson_2_keeps_every_number() throws Exception {
    keepsEveryNumber(new Two());
  }

  @Test
  void jackson_3_keeps_every_number() throws Exception {
    keepsEveryNumber(new Three());
  }

  private static void keepsEveryNumber(Mapper mapper) throws Exception {
    assertTrue(PEOPLE.size() > 1, PEOPLE.size() + " people");
    for (Person person : PEOPLE) {
      Person read = mapper.read(mapper.write(person), Person.class);
      assertEquals(person, read);
      Embedding expected = person.face().embedding();
      assertEquals(expected.rawLength(), read.face().embedding().rawLength());
      assertEquals(24, read.face().embedding().size());
    }
    AlignedFace aligned = AlignedFace.ofBgr(new byte[112 * 112 * 3]);
    assertEquals(aligned, mapper.read(mapper.write(aligned), AlignedFace.class));
    Readability readability = new Readability(1, 2.5, 0.3);
    assertEquals(readability, mapper.read(mapper.write(readability), Readability.class));
  }

  /** A result is no record: its parts are what an application writes. */
  @Test
  void the_parts_of_a_result_hold_every_number() throws Exception {
    List<Face> faces = PEOPLE.stream().map(Person::face).toList();
    Extraction result =
        Extraction.of(
            PEOPLE,
            List.of(ImageAnalysis.of(0, "a.jpg", 10, 10, faces)),
            0.4,
            new ThresholdTable("test", "none", List.of()));
    int values = 0;
    for (Mapper mapper : List.of(new Two(), new Three())) {
      Person[] people = mapper.read(mapper.write(result.people()), Person[].class);
      assertEquals(result.people(), List.of(people));
      String json = mapper.write(result.faces());
      for (Face face : faces) {
        for (float value : face.embedding().values()) {
          assertTrue(json.contains("" + value), json);
          values++;
        }
      }
    }
    assertTrue(values > 90, values + " values");
  }
}
