package dev.facecore;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The people of a batch of pictures.
 *
 * @param people one element per person, by first appearance: picture, then from left to right
 * @param images what became of each picture, in the order given
 * @param similarity the cosine similarity that was used as the threshold
 * @param thresholds what a similarity means for the embedding model
 * @param times where the time went
 */
public record Extraction(
    List<Person> people,
    List<ImageAnalysis> images,
    double similarity,
    ThresholdTable thresholds,
    StageTimes times) {
  /** Refuses a missing table; the lists are copied. */
  public Extraction {
    Require.present("thresholds", thresholds);
    people = List.copyOf(people);
    images = List.copyOf(images);
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
   * The share of pairs of different people that reach the threshold; empty where that was not
   * measured for the model.
   */
  public OptionalDouble falseMatchRate() {
    return thresholds.falseMatchRateAt(similarity);
  }

  /**
   * How many pairs of this batch's faces would match falsely, on average, if all were of different
   * people: see {@link ThresholdTable#expectedFalseMerges}.
   */
  public OptionalDouble expectedFalseMerges() {
    return thresholds.expectedFalseMerges(faces().size(), similarity);
  }
}
