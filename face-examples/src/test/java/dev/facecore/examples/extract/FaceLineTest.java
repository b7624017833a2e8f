package dev.facecore.examples.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.Box;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceLandmarks;
import dev.facecore.Headshot;
import dev.facecore.Point;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaceLineTest {
  private final FaceLine lines = new FaceLine();
  private final Random random = new Random(7);

  @Test
  void numbers_are_those_of_big_decimal() throws IOException {
    int checked = 0;
    for (int round = 0; round < 20; round++) {
      StoredFace face = face(round);
      String text = lines.of("\"a\"", face, round).toString();
      assertEquals(1, text.lines().count());
      JsonNode line = new ObjectMapper().readTree(text);
      assertEquals("a", line.get("image").asText());
      assertEquals(round, line.get("person").asInt());
      Iterator<String> embedding = texts(text, "embedding");
      for (int i = 0; i < 512; i++, checked++) {
        assertEquals(rounded(face.embedding().value(i), 8), embedding.next());
      }
      Iterator<String> box = texts(text, "box");
      assertEquals(rounded(face.box().x(), 3), box.next());
      assertEquals(rounded(face.box().y(), 3), box.next());
      assertEquals(
          rounded(face.landmarks().rightMouth().y(), 3),
          rounded(line.get("landmarks").get(4).get(1).asDouble(), 3));
      assertEquals(face.confidence(), line.get("confidence").asDouble(), 1e-6);
    }
    assertEquals(20 * 512, checked);
  }

  private static Iterator<String> texts(String line, String field) {
    String rest = line.substring(line.indexOf(field + "\":[") + field.length() + 3);
    return List.of(rest.substring(0, rest.indexOf(']')).split(",")).iterator();
  }

  private static String rounded(double number, int digits) {
    BigDecimal rounded = new BigDecimal(number).setScale(digits, RoundingMode.HALF_EVEN);
    return rounded.toPlainString();
  }

  private StoredFace face(int round) {
    float[] raw = new float[512];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (float) (random.nextGaussian() * Math.pow(10, -random.nextInt(8)));
    }
    Face face =
        new Face(
            0,
            new Box(random.nextDouble() * 5000, round == 0 ? 0 : 0.0016, 1000, 1e-4),
            new FaceLandmarks(point(), point(), point(), point(), point()),
            round == 1 ? 1 : random.nextDouble(),
            round == 2 ? 0 : random.nextDouble(),
            Embedding.of("m", raw),
            Headshot.ofJpeg(new byte[0]));
    return StoredFace.of(face, new FaceThumbnail(face.box(), new byte[0]));
  }

  // Landmarks may lie outside the picture.
  private Point point() {
    return new Point(random.nextDouble() * 100 - 50, random.nextDouble() * 100 - 50);
  }
}
