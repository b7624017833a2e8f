package dev.facecore.internal.models;

import dev.facecore.ThresholdTable;
import dev.facecore.internal.onnx.PixelRecipe;
import java.util.List;
import java.util.Optional;

/**
 * What a catalogue says of one model.
 *
 * @param name by which users choose it
 * @param task what it is for
 * @param family which decoder understands its outputs, such as {@code retinaface}
 * @param files one or more, in the order in which the family's code takes them
 * @param licence of the weights, as an SPDX identifier where there is one
 * @param commercialUse whether that licence allows commercial use
 * @param origin where the file comes from
 * @param accuracy measured accuracy with its protocol
 * @param recipe how pixels become numbers
 * @param quality how raw lengths are distributed; only for embedding models
 * @param thresholds what a similarity means; only for embedding models
 */
public record ModelEntry(
    String name,
    Task task,
    String family,
    List<ModelFile> files,
    String licence,
    boolean commercialUse,
    String origin,
    String accuracy,
    PixelRecipe recipe,
    Optional<LengthQuantiles> quality,
    Optional<ThresholdTable> thresholds) {
  /** The list is copied. */
  public ModelEntry {
    files = List.copyOf(files);
  }

  /** What a model is for. */
  public enum Task {
    DETECTION,
    EMBEDDING
  }
}
