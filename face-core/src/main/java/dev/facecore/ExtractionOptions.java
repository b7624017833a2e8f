package dev.facecore;

import dev.facecore.internal.check.Require;
import java.util.OptionalInt;

/**
 * What to look for and how to group it. Immutable; start from {@link #DEFAULTS} and change what
 * differs.
 *
 * @param threshold from which similarity on two faces are the same person
 * @param minFaceSize a face whose box is narrower or lower than this, in pixels of the picture as
 *     displayed, is dropped
 * @param minQuality a face of a lower {@link Face#quality} is dropped, 0 to 1; 0.05 leaves out what
 *     can hardly be recognised
 * @param dedup how faces are grouped into people
 * @param samePhotoDistinct whether two faces of one photograph are never one person
 * @param detectionSize the longer side, in pixels, at which faces are looked for, 64 to 4096; empty
 *     chooses by the picture
 */
public record ExtractionOptions(
    Threshold threshold,
    int minFaceSize,
    double minQuality,
    DedupMode dedup,
    boolean samePhotoDistinct,
    OptionalInt detectionSize) {
  /**
   * Threshold 0.4, faces of 20 pixels and more and of any quality, {@link DedupMode#FIRST},
   * detection size by the picture.
   */
  public static final ExtractionOptions DEFAULTS =
      new ExtractionOptions(
          Threshold.similarity(0.4), 20, 0, DedupMode.FIRST, false, OptionalInt.empty());

  /** Refuses missing parts and sizes outside their range. */
  public ExtractionOptions {
    Require.present("threshold", threshold);
    Require.between("minFaceSize", minFaceSize, 1, Integer.MAX_VALUE);
    Require.ratio("minQuality", minQuality);
    Require.present("dedup", dedup);
    Require.present("detectionSize", detectionSize);
    detectionSize.ifPresent(size -> Require.between("detectionSize", size, 64, 4096));
  }

  /** These options with another threshold. */
  public ExtractionOptions withThreshold(Threshold changed) {
    return new ExtractionOptions(
        changed, minFaceSize, minQuality, dedup, samePhotoDistinct, detectionSize);
  }

  /** These options with another smallest size of a face, in pixels. */
  public ExtractionOptions withMinFaceSize(int changed) {
    return new ExtractionOptions(
        threshold, changed, minQuality, dedup, samePhotoDistinct, detectionSize);
  }

  /** These options with another least quality of a face, 0 to 1. */
  public ExtractionOptions withMinQuality(double changed) {
    return new ExtractionOptions(
        threshold, minFaceSize, changed, dedup, samePhotoDistinct, detectionSize);
  }

  /** These options with another way of grouping. */
  public ExtractionOptions withDedup(DedupMode changed) {
    return new ExtractionOptions(
        threshold, minFaceSize, minQuality, changed, samePhotoDistinct, detectionSize);
  }

  /** These options, with two faces of one photograph kept apart or not. */
  public ExtractionOptions withSamePhotoDistinct(boolean changed) {
    return new ExtractionOptions(threshold, minFaceSize, minQuality, dedup, changed, detectionSize);
  }

  /** These options with another size at which faces are looked for. */
  public ExtractionOptions withDetectionSize(OptionalInt changed) {
    return new ExtractionOptions(
        threshold, minFaceSize, minQuality, dedup, samePhotoDistinct, changed);
  }
}
