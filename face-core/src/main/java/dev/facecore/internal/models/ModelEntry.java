package dev.facecore.internal.models;

import dev.facecore.ThresholdTable;
import dev.facecore.internal.onnx.ModelContract;
import dev.facecore.internal.onnx.PixelRecipe;
import java.util.Optional;

/**
 * What a catalogue says of one model.
 *
 * @param name by which users choose it
 * @param task what it is for
 * @param family which decoder understands its outputs, such as {@code retinaface}
 * @param file its file's name beside the catalogue
 * @param sha256 64 lower-case hexadecimal digits; the file is refused if it differs
 * @param bytes the file's size
 * @param licence of the weights, as an SPDX identifier where there is one
 * @param commercialUse whether that licence allows commercial use
 * @param origin where the file comes from
 * @param accuracy measured accuracy with its protocol
 * @param recipe how pixels become numbers
 * @param contract the network's input and outputs
 * @param quality how raw lengths are distributed; only for embedding models
 * @param thresholds what a similarity means; only for embedding models
 */
public record ModelEntry(
    String name,
    Task task,
    String family,
    String file,
    String sha256,
    long bytes,
    String licence,
    boolean commercialUse,
    String origin,
    String accuracy,
    PixelRecipe recipe,
    ModelContract contract,
    Optional<LengthQuantiles> quality,
    Optional<ThresholdTable> thresholds) {
  /** What a model is for. */
  public enum Task {
    DETECTION,
    EMBEDDING
  }
}
