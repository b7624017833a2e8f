package dev.facecore;

import dev.facecore.internal.check.Require;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Says which faces to look for and how to group them. Immutable; start from {@link #DEFAULTS} and
 * change what differs.
 *
 * <pre>{@code
 * ExtractionOptions options =
 *     ExtractionOptions.DEFAULTS.withDedup(DedupMode.CLUSTER).withMinFaceSize(40);
 * }</pre>
 */
public final class ExtractionOptions {
  private static final double LEAST_CONFIDENCE = 0.5;

  /**
   * Threshold 0.4, faces of 20 pixels and more, of any quality and confidence, {@link
   * DedupMode#FIRST}, detection size by the image, with headshots.
   */
  public static final ExtractionOptions DEFAULTS = new ExtractionOptions(new Values());

  /** What a copy is made from; the only place that lists all options. */
  private static final class Values {
    private Threshold threshold = Threshold.similarity(0.4);
    private int minFaceSize = 20;
    private double minQuality;
    private double minConfidence = LEAST_CONFIDENCE;
    private DedupMode dedup = DedupMode.FIRST;
    private boolean samePhotoDistinct;
    private OptionalInt detectionSize = OptionalInt.empty();
    private boolean headshots = true;
  }

  private final Threshold threshold;
  private final int minFaceSize;
  private final double minQuality;
  private final double minConfidence;
  private final DedupMode dedup;
  private final boolean samePhotoDistinct;
  private final OptionalInt detectionSize;
  private final boolean headshots;

  private ExtractionOptions(Values values) {
    threshold = Require.present("threshold", values.threshold);
    minFaceSize = values.minFaceSize;
    minQuality = values.minQuality;
    minConfidence = values.minConfidence;
    dedup = Require.present("dedup", values.dedup);
    samePhotoDistinct = values.samePhotoDistinct;
    detectionSize = Require.present("detectionSize", values.detectionSize);
    headshots = values.headshots;
    Require.atLeast("minFaceSize", minFaceSize, 1);
    Require.ratio("minQuality", minQuality);
    Require.between("minConfidence", minConfidence, LEAST_CONFIDENCE, 1);
    detectionSize.ifPresent(size -> Require.between("detectionSize", size, 64, 4096));
  }

  private Values values() {
    Values values = new Values();
    values.threshold = threshold;
    values.minFaceSize = minFaceSize;
    values.minQuality = minQuality;
    values.minConfidence = minConfidence;
    values.dedup = dedup;
    values.samePhotoDistinct = samePhotoDistinct;
    values.detectionSize = detectionSize;
    values.headshots = headshots;
    return values;
  }

  /** Returns the similarity from which two faces are the same person. */
  public Threshold threshold() {
    return threshold;
  }

  /**
   * Returns the smallest face that is kept: a face whose box is narrower or lower than this, in
   * pixels of the image as displayed, is dropped.
   */
  public int minFaceSize() {
    return minFaceSize;
  }

  /** Returns the least {@link Face#quality} of a face that is kept, 0 to 1. */
  public double minQuality() {
    return minQuality;
  }

  /** Returns the least {@link Face#confidence} of a face that is kept, 0.5 to 1. */
  public double minConfidence() {
    return minConfidence;
  }

  /** Returns how faces are grouped into people. */
  public DedupMode dedup() {
    return dedup;
  }

  /** Returns whether two faces of one image are never one person. */
  public boolean samePhotoDistinct() {
    return samePhotoDistinct;
  }

  /**
   * Returns the longer side, in pixels, at which faces are looked for, 64 to 4096; empty to choose
   * it by the image.
   */
  public OptionalInt detectionSize() {
    return detectionSize;
  }

  /** Returns whether each face gets a {@link Face#headshot}. */
  public boolean headshots() {
    return headshots;
  }

  /** Returns these options with another threshold. */
  public ExtractionOptions withThreshold(Threshold changed) {
    Values values = values();
    values.threshold = changed;
    return new ExtractionOptions(values);
  }

  /**
   * Returns these options with another smallest size of a face, in pixels.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public ExtractionOptions withMinFaceSize(int changed) {
    Values values = values();
    values.minFaceSize = changed;
    return new ExtractionOptions(values);
  }

  /**
   * Returns these options with another least quality of a face; 0.05 leaves out what can hardly be
   * recognised.
   *
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public ExtractionOptions withMinQuality(double changed) {
    Values values = values();
    values.minQuality = changed;
    return new ExtractionOptions(values);
  }

  /**
   * Returns these options with another least confidence of a face. Most of what is listed and is
   * not a face has a low one, as have some small, turned or half hidden faces.
   *
   * @throws IllegalArgumentException if it is not between 0.5 and 1
   */
  public ExtractionOptions withMinConfidence(double changed) {
    Values values = values();
    values.minConfidence = changed;
    return new ExtractionOptions(values);
  }

  /** Returns these options with another way of grouping. */
  public ExtractionOptions withDedup(DedupMode changed) {
    Values values = values();
    values.dedup = changed;
    return new ExtractionOptions(values);
  }

  /** Returns these options, with two faces of one image kept apart or not. */
  public ExtractionOptions withSamePhotoDistinct(boolean changed) {
    Values values = values();
    values.samePhotoDistinct = changed;
    return new ExtractionOptions(values);
  }

  /**
   * Returns these options with another size at which faces are looked for.
   *
   * @param changed the longer side in pixels
   * @throws IllegalArgumentException if it is not between 64 and 4096
   */
  public ExtractionOptions withDetectionSize(int changed) {
    return withDetectionSize(OptionalInt.of(changed));
  }

  /**
   * Returns these options with another size at which faces are looked for; empty chooses it by the
   * image.
   */
  public ExtractionOptions withDetectionSize(OptionalInt changed) {
    Values values = values();
    values.detectionSize = changed;
    return new ExtractionOptions(values);
  }

  /**
   * Returns these options, with headshots or without: cutting and encoding them takes a twentieth
   * of the time of a face, and some 8 KB each.
   */
  public ExtractionOptions withHeadshots(boolean changed) {
    Values values = values();
    values.headshots = changed;
    return new ExtractionOptions(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExtractionOptions that
        && threshold.equals(that.threshold)
        && minFaceSize == that.minFaceSize
        && minQuality == that.minQuality
        && minConfidence == that.minConfidence
        && dedup == that.dedup
        && samePhotoDistinct == that.samePhotoDistinct
        && detectionSize.equals(that.detectionSize)
        && headshots == that.headshots;
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        threshold,
        minFaceSize,
        minQuality,
        minConfidence,
        dedup,
        samePhotoDistinct,
        detectionSize,
        headshots);
  }

  @Override
  public String toString() {
    String size = detectionSize.isPresent() ? "" + detectionSize.getAsInt() : "auto";
    return "ExtractionOptions[%s, minFaceSize=%d, minQuality=%s, minConfidence=%s, %s,"
            .formatted(threshold, minFaceSize, minQuality, minConfidence, dedup)
        + " samePhotoDistinct=%s, detectionSize=%s, headshots=%s]"
            .formatted(samePhotoDistinct, size, headshots);
  }
}
