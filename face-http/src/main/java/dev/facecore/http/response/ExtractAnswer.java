package dev.facecore.http.response;

import dev.facecore.Extraction;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.Person;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * The answer to {@code POST /extract-faces}. Its faces become records one by one while it is sent,
 * because thousands of them are a hundred megabytes of text.
 *
 * @param positions for each image of the result its index in the request
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

  /** Returns the people in their order, each made when it is asked for. */
  Iterator<FaceAnswer> faces() {
    return result.people().stream().map(this::face).iterator();
  }

  /** Returns the fields beside {@code faces}. */
  ExtractSummary summary() {
    return new ExtractSummary(
        result.faces().size(),
        result.people().size(),
        result.images().size() - result.failures().size(),
        errors,
        requestId,
        Rounded.millis(Duration.ofNanos(nanos)),
        details ? ModelAnswer.of(extractor, result.threshold()) : null,
        details ? TimingsAnswer.of(result.times()) : null);
  }

  private FaceAnswer face(Person person) {
    Face face = person.face();
    return new FaceAnswer(
        face.embedding().values(),
        face.headshot().dataUri(),
        Rounded.ratio(face.confidence()),
        person.id(),
        details ? details(person) : null);
  }

  private FaceDetails details(Person person) {
    Face face = person.face();
    List<OccurrenceAnswer> others =
        person.sightings().stream()
            .filter(seen -> result.faces().get(seen.faceIndex()) != face)
            .map(seen -> OccurrenceAnswer.of(seen, positions[seen.imageIndex()]))
            .toList();
    return FaceDetails.of(
        face,
        positions[face.imageIndex()],
        extractor.readability().weight(face.embedding()),
        others);
  }
}
