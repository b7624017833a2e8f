package dev.facecore;

import java.util.Optional;

/**
 * Says that a model is absent, damaged, not the expected network, has a licence that is not
 * accepted, or could not be downloaded. Fix the installation as the message describes; retrying
 * will not help.
 */
public final class ModelException extends FaceException {
  private static final long serialVersionUID = 1L;

  /** What helps, for programs that have a command or a button for it. */
  public enum Remedy {
    /** Only what the message says. */
    NONE,
    /** Download the model {@link ModelException#model}. */
    DOWNLOAD,
    /** Accept the licence of the model {@link ModelException#model}. */
    ACCEPT_LICENCE
  }

  private final Remedy remedy;
  private final String model;
  private final String problem;

  public ModelException(String message) {
    this(message, null);
  }

  public ModelException(String message, Throwable cause) {
    super(message, cause);
    remedy = Remedy.NONE;
    model = null;
    problem = message;
  }

  /**
   * Reports a problem of a model in the catalogue that has a remedy.
   *
   * @param problem what is wrong, one sentence or more
   * @param advice what a program that calls this library does about it, in sentences
   */
  public ModelException(
      String problem, String advice, Remedy remedy, String model, Throwable cause) {
    super(problem + " " + advice, cause);
    this.remedy = remedy;
    this.model = model;
    this.problem = problem;
  }

  /** Returns what helps. */
  public Remedy remedy() {
    return remedy;
  }

  /** Returns the name of the model that the remedy is for. */
  public Optional<String> model() {
    return Optional.ofNullable(model);
  }

  /**
   * Returns the message without the advice to programmers that belongs to the remedy, for programs
   * that word it for their users.
   */
  public String problem() {
    return problem;
  }
}
