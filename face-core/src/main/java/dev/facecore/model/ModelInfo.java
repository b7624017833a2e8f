package dev.facecore.model;

import dev.facecore.internal.check.Require;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the catalogue says of a model, and whether it is there. Immutable.
 *
 * @param name by which it is chosen
 * @param alias a second name, if it has one
 * @param task {@code detection} or {@code embedding}
 * @param licence of the weights, as an SPDX identifier where there is one
 * @param commercialUse whether that licence allows commercial use
 * @param bytes the size of its files together, where it is known
 * @param sha256 of each file, as 64 lower-case hexadecimal digits
 * @param origin where the files come from
 * @param accuracy as measured, with the protocol
 * @param identity what its embeddings carry: the name, and eight digits over weights and recipe
 * @param state whether its files are there
 */
public record ModelInfo(
    String name,
    Optional<String> alias,
    String task,
    String licence,
    boolean commercialUse,
    OptionalLong bytes,
    List<String> sha256,
    String origin,
    String accuracy,
    String identity,
    State state) {
  /** Whether a model's files are there. */
  public enum State {
    /** In the program itself. */
    EMBEDDED,
    /** In the folder. */
    IN_FOLDER,
    /** Not there, or not all of them. */
    ABSENT,
    /** There, but with another SHA-256 than the catalogue states. */
    DAMAGED
  }

  /** The list is copied. */
  public ModelInfo {
    sha256 = Require.all("sha256", sha256);
  }
}
