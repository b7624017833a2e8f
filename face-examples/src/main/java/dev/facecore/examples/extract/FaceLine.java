package dev.facecore.examples.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.facecore.Box;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.Point;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** One line of faces.jsonl. */
final class FaceLine {
  private static final JsonFactory JSON = new JsonFactory();

  // A thousandth of a pixel is finer than any detector; seven digits are what a float holds.
  private static final int COORDINATE_DIGITS = 3;
  private static final int RATIO_DIGITS = 6;
  private static final int EMBEDDING_DIGITS = 8;

  private FaceLine() {}

  static String of(String image, Face face, int person) throws IOException {
    StringWriter line = new StringWriter(8192);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("image", image);
      json.writeFieldName("box");
      writeBox(json, face.box());
      json.writeArrayFieldStart("landmarks");
      for (Point point : face.landmarks().points()) {
        write(json, COORDINATE_DIGITS, point.x(), point.y());
      }
      json.writeEndArray();
      json.writeNumberField("confidence", rounded(face.confidence(), RATIO_DIGITS));
      json.writeNumberField("quality", rounded(face.quality(), RATIO_DIGITS));
      json.writeFieldName("embedding");
      writeEmbedding(json, face.embedding());
      json.writeNumberField("person", person);
      json.writeEndObject();
    }
    return line.toString();
  }

  private static void writeBox(JsonGenerator json, Box box) throws IOException {
    write(json, COORDINATE_DIGITS, box.x(), box.y(), box.width(), box.height());
  }

  private static void writeEmbedding(JsonGenerator json, Embedding embedding) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < embedding.size(); i++) {
      json.writeNumber(rounded(embedding.value(i), EMBEDDING_DIGITS));
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, int digits, double... numbers) throws IOException {
    json.writeStartArray();
    for (double number : numbers) json.writeNumber(rounded(number, digits));
    json.writeEndArray();
  }

  private static BigDecimal rounded(double number, int digits) {
    return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_EVEN);
  }
}
