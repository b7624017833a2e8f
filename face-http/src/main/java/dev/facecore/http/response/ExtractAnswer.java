package dev.facecore.http.response;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.facecore.Box;
import dev.facecore.Embedding;
import dev.facecore.Extraction;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.FaceLandmarks;
import dev.facecore.Person;
import dev.facecore.Point;
import dev.facecore.Sighting;
import dev.facecore.StageTimes;
import dev.facecore.StageTimes.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The answer to {@code POST /extract-faces}.
 *
 * @param positions for each picture of the result its index in the request
 * @param errors the images that could not be loaded, by their index
 * @param details whether to tell where and how
 * @param nanos what the request took
 */
public record ExtractAnswer(
    Extraction result,
    FaceExtractor extractor,
    int[] positions,
    List<ImageError> errors,
    boolean details,
    String requestId,
    long nanos) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** The answer as it is sent: its beginning, each person, and the rest. */
  public JsonParts parts() {
    return new JsonParts() {
      private final Iterator<Person> people = result.people().iterator();
      private boolean begun;
      private boolean ended;

      @Override
      public boolean writeNext(JsonGenerator json) throws IOException {
        if (ended) return false;
        if (!begun) json.writeArrayFieldStart("faces");
        begun = true;
        if (people.hasNext()) {
          writePerson(json, people.next(), result.faces());
        } else {
          json.writeEndArray();
          writeRest(json);
          ended = true;
        }
        return true;
      }
    };
  }

  private void writeRest(JsonGenerator json) throws IOException {
    json.writeNumberField("total_faces_detected", result.faces().size());
    json.writeNumberField("unique_faces", result.people().size());
    json.writeNumberField("images_processed", result.images().size() - result.failures().size());
    if (!errors.isEmpty()) writeErrors(json);
    json.writeStringField("request_id", requestId);
    json.writeNumberField("processing_time_ms", millis(Duration.ofNanos(nanos)));
    if (details) {
      writeModel(json);
      writeTimings(json, result.times());
    }
  }

  private void writePerson(JsonGenerator json, Person person, List<Face> faces) throws IOException {
    Face face = person.face();
    json.writeStartObject();
    writeEmbedding(json, face.embedding());
    json.writeStringField("headshot_base64", face.headshot().dataUri());
    json.writeNumberField("confidence", ratio(face.confidence()));
    json.writeStringField("face_id", person.id().toString());
    if (details) {
      json.writeNumberField("image_index", positions[face.imageIndex()]);
      writeBox(json, face.box());
      writeLandmarks(json, face.landmarks());
      json.writeNumberField("quality", ratio(face.quality()));
      json.writeNumberField("unreadable", extractor.readability().weight(face.embedding()));
      json.writeArrayFieldStart("occurrences");
      for (Sighting seen : person.sightings()) {
        if (faces.get(seen.faceIndex()) != face) writeOccurrence(json, seen);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void writeEmbedding(JsonGenerator json, Embedding embedding) throws IOException {
    json.writeArrayFieldStart("embedding");
    for (float value : embedding.values()) json.writeNumber(value);
    json.writeEndArray();
  }

  /** In pixels of the image as displayed. */
  private static void writeBox(JsonGenerator json, Box box) throws IOException {
    json.writeObjectFieldStart("box");
    json.writeNumberField("x", pixels(box.x()));
    json.writeNumberField("y", pixels(box.y()));
    json.writeNumberField("width", pixels(box.width()));
    json.writeNumberField("height", pixels(box.height()));
    json.writeEndObject();
  }

  private static void writeLandmarks(JsonGenerator json, FaceLandmarks landmarks)
      throws IOException {
    json.writeArrayFieldStart("landmarks");
    for (Point point : landmarks.points()) {
      json.writeArray(new double[] {pixels(point.x()), pixels(point.y())}, 0, 2);
    }
    json.writeEndArray();
  }

  /** Another sighting of a person. */
  private void writeOccurrence(JsonGenerator json, Sighting seen) throws IOException {
    json.writeStartObject();
    json.writeNumberField("image_index", positions[seen.imageIndex()]);
    writeBox(json, seen.box());
    json.writeNumberField("confidence", ratio(seen.confidence()));
    json.writeNumberField("similarity", ratio(seen.similarity()));
    json.writeEndObject();
  }

  private void writeErrors(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("image_errors");
    for (ImageError error : errors) {
      json.writeStartObject();
      json.writeNumberField("image_index", error.imageIndex());
      json.writeStringField("error", WellFormed.text(error.error()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Which weights made the answer, and what the threshold means for them. */
  private void writeModel(JsonGenerator json) throws IOException {
    OptionalDouble rate = extractor.thresholds().falseMatchRateAt(result.threshold());
    json.writeObjectFieldStart("model");
    json.writeStringField("detector", extractor.detector());
    json.writeStringField("embedder", extractor.embedder());
    json.writeNumberField("threshold", result.threshold());
    json.writeNumberField("unreadable_penalty", extractor.readability().penalty());
    if (rate.isPresent()) json.writeNumberField("false_match_rate", rate.getAsDouble());
    json.writeEndObject();
  }

  /** Milliseconds of work, summed over images. */
  private static void writeTimings(JsonGenerator json, StageTimes times) throws IOException {
    json.writeObjectFieldStart("timings_ms");
    json.writeNumberField("load", millis(times.of(Stage.LOAD, Stage.DECODE)));
    json.writeNumberField("detect", millis(times.of(Stage.DETECT)));
    json.writeNumberField("embed", millis(times.of(Stage.ALIGN, Stage.EMBED, Stage.HEADSHOT)));
    json.writeNumberField("dedup", millis(times.of(Stage.DEDUP)));
    json.writeEndObject();
  }

  private static double millis(Duration time) {
    return rounded(time.toNanos() / NANOS_PER_MILLI, 1e3);
  }

  private static double pixels(double coordinate) {
    return rounded(coordinate, 1e3);
  }

  private static double ratio(double value) {
    return rounded(value, 1e6);
  }

  // Further digits are noise, and a third of the answer.
  private static double rounded(double value, double steps) {
    return Math.rint(value * steps) / steps;
  }
}
