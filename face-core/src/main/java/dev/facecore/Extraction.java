package dev.facecore;

import dev.facecore.internal.check.Require;
import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The people of a batch of pictures.
 *
 * @param people one element per person, by first appearance: picture, then from left to right
 * @param images what became of each picture, in the order given
 * @param similarity the cosine similarity that was used as the threshold
 * @param thresholds what a similarity means for the embedding model
 * @param readability by which faces were compared; {@link Readability#NOT_MEASURED} where they were
 *     compared plainly
 * @param times where the time went
 */
public record Extraction(
    List<Person> people,
    List<ImageAnalysis> images,
    double similarity,
    ThresholdTable thresholds,
    Readability readability,
    StageTimes times) {
  /** Refuses missing parts; the lists are copied. */
  public Extraction {
    Require.present("thresholds", thresholds);
    Require.present("readability", readability);
    people = Require.all("people", people);
    images = Require.all("images", images);
  }

  /** Every face of every picture, in order: what {@link Sighting#faceIndex} counts. */
  public List<Face> faces() {
    return images.stream().flatMap(image -> image.faces().stream()).toList();
  }

  /** The pictures that could not be read. */
  public List<ImageAnalysis> failures() {
    return images.stream().filter(image -> image.failure().isPresent()).toList();
  }

  /**
   * The share of pairs of different people, clearly seen, that reach the threshold; empty where
   * that was not measured for the model.
   */
  public OptionalDouble falseMatchRate() {
    return thresholds.falseMatchRateAt(similarity);
  }

  /**
   * The false match rate whose threshold fits the faces of this batch: see {@link
   * ThresholdTable#fittingFalseMatchRate}.
   */
  public OptionalDouble fittingFalseMatchRate() {
    return thresholds.fittingFalseMatchRate(rawLengths(), readability);
  }

  /**
   * How many pairs of this batch's faces would match falsely, on average, if all were of different
   * people: see {@link ThresholdTable#expectedFalseMerges(double[], double, Readability)}.
   */
  public OptionalDouble expectedFalseMerges() {
    return thresholds.expectedFalseMerges(rawLengths(), similarity, readability);
  }

  private double[] rawLengths() {
    return images.stream()
        .flatMap(image -> image.faces().stream())
        .mapToDouble(face -> face.embedding().rawLength())
        .toArray();
  }
}
