package dev.facecore.http.response;

import dev.facecore.Box;
import dev.facecore.Extraction;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.Person;
import dev.facecore.StageTimes;
import dev.facecore.http.response.ExtractResponse.BoxEntry;
import dev.facecore.http.response.ExtractResponse.FaceEntry;
import dev.facecore.http.response.ExtractResponse.ImageError;
import dev.facecore.http.response.ExtractResponse.ModelEntry;
import dev.facecore.http.response.ExtractResponse.OccurrenceEntry;
import dev.facecore.http.response.ExtractResponse.TimingsEntry;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Turns a result into an answer.
 *
 * @param positions for each picture of the result its index in the request
 * @param details whether to tell where and how
 */
public record ExtractResponses(
    Extraction result, FaceExtractor extractor, int[] positions, boolean details) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** The answer. */
  public ExtractResponse answer(List<ImageError> errors, String requestId, long nanos) {
    List<Face> faces = result.faces();
    return new ExtractResponse(
        result.people().stream().map(person -> entry(person, faces)).toList(),
        faces.size(),
        result.people().size(),
        result.images().size() - result.failures().size(),
        errors.isEmpty() ? null : errors,
        requestId,
        millis(nanos),
        details ? model() : null,
        details ? timings(result.times()) : null);
  }

  private FaceEntry entry(Person person, List<Face> faces) {
    Face face = person.face();
    return new FaceEntry(
        face.embedding().values(),
        face.headshot().dataUri(),
        ratio(face.confidence()),
        person.id().toString(),
        details ? positions[face.imageIndex()] : null,
        details ? box(face.box()) : null,
        details
            ? face.landmarks().points().stream()
                .map(point -> new double[] {pixels(point.x()), pixels(point.y())})
                .toList()
            : null,
        details ? ratio(face.quality()) : null,
        details ? others(person, faces) : null);
  }

  private List<OccurrenceEntry> others(Person person, List<Face> faces) {
    return person.sightings().stream()
        .filter(seen -> faces.get(seen.faceIndex()) != person.face())
        .map(
            seen ->
                new OccurrenceEntry(
                    positions[seen.imageIndex()],
                    box(seen.box()),
                    ratio(seen.confidence()),
                    ratio(seen.similarity())))
        .toList();
  }

  private static BoxEntry box(Box box) {
    return new BoxEntry(
        pixels(box.x()), pixels(box.y()), pixels(box.width()), pixels(box.height()));
  }

  private ModelEntry model() {
    return new ModelEntry(
        extractor.detector(),
        extractor.embedder(),
        result.similarity(),
        falseMatchRate(extractor.thresholds().falseMatchRateAt(result.similarity())));
  }

  private static Double falseMatchRate(OptionalDouble rate) {
    return rate.isPresent() ? rate.getAsDouble() : null;
  }

  private static TimingsEntry timings(StageTimes times) {
    return new TimingsEntry(
        millis(times.load() + times.decode()),
        millis(times.detect()),
        millis(times.align() + times.embed() + times.headshot()),
        millis(times.dedup()));
  }

  private static double millis(long nanos) {
    return rounded(nanos / NANOS_PER_MILLI, 1e3);
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
