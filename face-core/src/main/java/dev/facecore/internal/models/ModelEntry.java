package dev.facecore.internal.models;

import dev.facecore.internal.onnx.PixelRecipe;
import dev.facecore.model.ModelInfo;
import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a catalogue says of one model.
 *
 * @param name by which users choose it
 * @param alias a second name for it, such as {@code scrfd} for one network of that family
 * @param task what it is for
 * @param family which decoder understands its outputs, such as {@code retinaface}
 * @param files its files, in the order in which the family takes them; at least one
 * @param licence of the weights, as an SPDX identifier where there is one
 * @param commercialUse whether that licence allows commercial use
 * @param origin where the files come from
 * @param accuracy measured accuracy with its protocol
 * @param recipe how pixels become numbers
 * @param quality how raw lengths are distributed; only for embedding models, and empty where that
 *     was not measured
 * @param thresholds what a similarity means; only for embedding models, without rows where that was
 *     not measured
 * @param readability which faces an embedding model can read
 */
public record ModelEntry(
    String name,
    Optional<String> alias,
    ModelInfo.Task task,
    String family,
    List<ModelFile> files,
    String licence,
    boolean commercialUse,
    String origin,
    String accuracy,
    PixelRecipe recipe,
    Optional<LengthQuantiles> quality,
    Optional<ThresholdTable> thresholds,
    Readability readability) {
  /** The list is copied. */
  public ModelEntry {
    files = List.copyOf(files);
  }

  boolean isCalled(String wanted) {
    return name.equals(wanted) || alias.filter(wanted::equals).isPresent();
  }

  /** The one file of a model that consists of one. */
  public ModelFile file() {
    if (files.size() != 1) {
      throw new IllegalStateException(name + " consists of " + files.size() + " files");
    }
    return files.get(0);
  }

  /**
   * What tells this model's outputs from those of any other: its name, and eight digits over the
   * weights and the recipe, so that other weights under the same name are another model.
   */
  public String identity() {
    return ModelIdentity.of(name, files, recipe);
  }

  /** The size of its files together, in bytes, where it is known. */
  public OptionalLong bytes() {
    boolean isKnown = files.stream().allMatch(file -> file.bytes().isPresent());
    return isKnown
        ? OptionalLong.of(files.stream().mapToLong(file -> file.bytes().getAsLong()).sum())
        : OptionalLong.empty();
  }
}
