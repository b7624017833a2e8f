package dev.facecore;

import dev.facecore.internal.check.Require;
import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Contains the people of a batch of images. Immutable.
 *
 * <pre>{@code
 * Extraction result = faces.extract(images);
 * for (Person person : result.people()) {
 *   for (Sighting seen : person.sightings()) {
 *     System.out.println(result.images().get(seen.imageIndex()).source() + ": " + seen.box());
 *   }
 * }
 * }</pre>
 *
 * <p>Libraries that write records as JSON write {@link #people} and {@link #faces}, not this class,
 * which may get further parts.
 */
public final class Extraction {
  private final List<Person> people;
  private final List<ImageAnalysis> images;
  private final double threshold;
  private final ThresholdTable thresholds;
  private final Readability readability;
  private final StageTimes times;

  private Extraction(
      List<Person> people,
      List<ImageAnalysis> images,
      double threshold,
      ThresholdTable thresholds,
      Readability readability,
      StageTimes times) {
    this.people = Require.all("people", people);
    this.images = Require.all("images", images);
    Require.ratio("threshold", threshold);
    this.threshold = threshold;
    this.thresholds = Require.present("thresholds", thresholds);
    this.readability = Require.present("readability", readability);
    this.times = Require.present("times", times);
  }

  /**
   * Returns a result whose faces were compared plainly: made by the extractor, and by tests and by
   * programs that group faces themselves.
   *
   * @param people by first appearance; copied
   * @param images in the order given; copied
   * @param threshold the cosine similarity from which two faces are one person, 0 to 1
   * @param thresholds what a similarity means for the embedding model
   */
  public static Extraction of(
      List<Person> people,
      List<ImageAnalysis> images,
      double threshold,
      ThresholdTable thresholds) {
    return new Extraction(
        people, images, threshold, thresholds, Readability.NOT_MEASURED, StageTimes.NONE);
  }

  /** Returns the people, by first appearance: image, then from left to right. */
  public List<Person> people() {
    return people;
  }

  /** Returns the faces or the failure of each image, in the order given. */
  public List<ImageAnalysis> images() {
    return images;
  }

  /** Returns the cosine similarity from which two faces were one person. */
  public double threshold() {
    return threshold;
  }

  /** Returns what a similarity means for the embedding model. */
  public ThresholdTable thresholds() {
    return thresholds;
  }

  /**
   * Returns the rule for faces that are hard to read; {@link Readability#NOT_MEASURED} where they
   * were compared plainly.
   */
  public Readability readability() {
    return readability;
  }

  /** Returns the time spent in each stage, summed over images. */
  public StageTimes times() {
    return times;
  }

  /** Returns every face of every image, in order: what {@link Sighting#faceIndex} counts. */
  public List<Face> faces() {
    return images.stream().flatMap(image -> image.faces().stream()).toList();
  }

  /** Returns the images that could not be read. */
  public List<ImageAnalysis> failures() {
    return images.stream().filter(image -> image.failure().isPresent()).toList();
  }

  /**
   * Returns the share of pairs of different people, clearly seen, that reach the threshold; empty
   * where that was not measured for the model.
   */
  public OptionalDouble falseMatchRate() {
    return thresholds.falseMatchRateAt(threshold);
  }

  /**
   * Returns the false match rate whose threshold fits the faces of this batch: see {@link
   * ThresholdTable#fittingFalseMatchRate}.
   */
  public OptionalDouble fittingFalseMatchRate() {
    return thresholds.fittingFalseMatchRate(rawLengths(), readability);
  }

  /**
   * Returns how many pairs of this batch's faces would match falsely, on average, if all were of
   * different people: see {@link ThresholdTable#expectedFalseMerges(double[], double,
   * Readability)}.
   */
  public OptionalDouble expectedFalseMerges() {
    return thresholds.expectedFalseMerges(rawLengths(), threshold, readability);
  }

  /** Returns this result, of faces that were compared by a readability. */
  public Extraction withReadability(Readability changed) {
    return new Extraction(people, images, threshold, thresholds, changed, times);
  }

  /** Returns this result with other times. */
  public Extraction withTimes(StageTimes changed) {
    return new Extraction(people, images, threshold, thresholds, readability, changed);
  }

  private double[] rawLengths() {
    return images.stream()
        .flatMap(image -> image.faces().stream())
        .mapToDouble(face -> face.embedding().rawLength())
        .toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Extraction that
        && people.equals(that.people)
        && images.equals(that.images)
        && threshold == that.threshold
        && thresholds.equals(that.thresholds)
        && readability.equals(that.readability)
        && times.equals(that.times);
  }

  @Override
  public int hashCode() {
    return Objects.hash(people, images, threshold, thresholds, readability, times);
  }

  @Override
  public String toString() {
    return "Extraction["
        + people.size()
        + " people in "
        + images.size()
        + " images, "
        + failures().size()
        + " failed, threshold "
        + threshold
        + "]";
  }
}
