package dev.facecore.model;

import dev.facecore.internal.models.ModelEntry;
import dev.facecore.internal.models.ModelFile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Describes a model of the catalogue, and says whether its files are present. Immutable; two are
 * equal if they are of the same identity, licence and state. Of {@link FaceModels}.
 */
public final class ModelInfo {
  private final ModelEntry entry;
  private final State state;

  private ModelInfo(ModelEntry entry, State state) {
    this.entry = entry;
    this.state = state;
  }

  static ModelInfo of(ModelEntry entry, State state) {
    return new ModelInfo(entry, state);
  }

  /** What a model is for. */
  public enum Task {
    /** Finds faces. */
    DETECTION,
    /** Embeds faces. */
    EMBEDDING
  }

  /** Whether a model's files are there. */
  public enum State {
    /** On the class path or the module path. */
    BUNDLED,
    /** In the folder. */
    IN_FOLDER,
    /** Not there, or not all of them. */
    ABSENT,
    /** There, but with another SHA-256 than the catalogue states. */
    DAMAGED
  }

  /** Returns the name by which it is chosen. */
  public String name() {
    return entry.name();
  }

  /** Returns a second name by which it can be chosen, if it has one. */
  public Optional<String> alias() {
    return entry.alias();
  }

  /** Returns what the model does. */
  public Task task() {
    return entry.task();
  }

  /** Returns the licence of the weights, as an SPDX identifier where one exists. */
  public String licence() {
    return entry.licence();
  }

  /** Returns whether that licence allows commercial use. */
  public boolean commercialUse() {
    return entry.commercialUse();
  }

  /** Returns the size of its files together, in bytes, where it is known. */
  public OptionalLong bytes() {
    return entry.bytes();
  }

  /** Returns the SHA-256 of each of its files, as 64 lower-case hexadecimal digits. */
  public List<String> sha256() {
    return entry.files().stream().map(ModelFile::sha256).toList();
  }

  /** Returns where its files come from. */
  public String origin() {
    return entry.origin();
  }

  /** Returns its accuracy as measured, with the protocol. */
  public String accuracy() {
    return entry.accuracy();
  }

  /**
   * Returns what distinguishes it from any other model and what its embeddings carry: the name, and
   * eight digits over weights and recipe.
   */
  public String identity() {
    return entry.identity();
  }

  /** Returns whether its files are present. */
  public State state() {
    return state;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelInfo that
        && state == that.state
        && identity().equals(that.identity())
        && licence().equals(that.licence());
  }

  @Override
  public int hashCode() {
    return identity().hashCode();
  }

  @Override
  public String toString() {
    return "ModelInfo[" + identity() + ", " + task() + ", " + licence() + ", " + state + "]";
  }
}
