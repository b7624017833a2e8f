package dev.facecore.internal.models;

import dev.facecore.ModelException;
import dev.facecore.model.LicencePolicy;
import java.io.IOException;
import java.nio.file.Path;

/** What can be wrong with a model's file, each with what to do about it. */
public final class ModelProblems {
  private ModelProblems() {}

  static ModelException missing(ModelEntry entry, ModelFile file, String where) {
    return new ModelException(
        "The model file " + where + " is missing. " + remedy(entry, file, "Put it there"));
  }

  static ModelException damaged(ModelEntry entry, ModelFile file, String where, String found) {
    return new ModelException(
        "The model file "
            + where
            + " is damaged or another one: its SHA-256 is "
            + found
            + ", the catalogue says "
            + file.sha256()
            + ". "
            + remedy(entry, file, "Take it again"));
  }

  static ModelException unreadable(
      ModelEntry entry, ModelFile file, String where, IOException cause) {
    return new ModelException(
        "The model file "
            + where
            + " cannot be read ("
            + cause.getMessage()
            + "). Check its permissions, or replace it. "
            + remedy(entry, file, "Take it again"),
        cause);
  }

  /** A licence that a policy does not let be used. */
  public static ModelException notCommercial(ModelEntry entry, LicencePolicy policy) {
    return new ModelException(
        "The model "
            + entry.name()
            + " must not be used commercially; its licence is: "
            + entry.licence()
            + ". If that suits your use, "
            + (policy == LicencePolicy.ACCEPTED
                ? "accept it: faces models fetch " + entry.name() + " --accept-licence."
                : "set the licence policy to ANY, or choose another model."));
  }

  /** A file that could not be fetched. */
  public static ModelException notFetched(
      ModelEntry entry, ModelFile file, Path folder, String reason, Exception cause) {
    String byHand =
        file.download()
            .map(Download::byHand)
            .orElseGet(() -> "take the file from " + entry.origin());
    return new ModelException(
        "The model "
            + entry.name()
            + " was not fetched: "
            + reason
            + ". Try again, which goes on where it stopped, name a mirror, or by hand: "
            + byHand
            + " to "
            + folder.resolve(file.name())
            + ".",
        cause);
  }

  private static String remedy(ModelEntry entry, ModelFile file, String otherwise) {
    return file.download()
        .map(
            download ->
                "Fetch it: faces models fetch "
                    + entry.name()
                    + ". Or by hand: "
                    + download.byHand()
                    + " and name it so.")
        .orElseGet(() -> otherwise + " from " + entry.origin() + ".");
  }
}
