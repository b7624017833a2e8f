package dev.facecore.internal.models;

import dev.facecore.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What can be wrong with a model's file, each with what to do about it. */
public final class ModelProblems {
  private ModelProblems() {}

  static ModelException missing(ModelEntry entry, ModelFile file, String where) {
    return problem(entry, file, "The model file " + where + " is missing.", "Put it there", null);
  }

  static ModelException damaged(ModelEntry entry, ModelFile file, String where, String found) {
    return problem(
        entry,
        file,
        "The model file "
            + where
            + " is damaged or another one: its SHA-256 is "
            + found
            + ", the catalogue says "
            + file.sha256()
            + ".",
        "Replace it",
        null);
  }

  static ModelException unreadable(
      ModelEntry entry, ModelFile file, String where, IOException cause) {
    return problem(
        entry,
        file,
        "The model file "
            + where
            + " cannot be read ("
            + cause.getMessage()
            + "). Check its permissions, or replace it.",
        "Replace it",
        cause);
  }

  /** For models that are downloaded into a folder where no folder was named. */
  static ModelException withoutFolder(ModelEntry entry, ModelFile file) {
    return problem(
        entry,
        file,
        "The model " + entry.name() + " is not bundled, and no folder is named that may have it.",
        "Take it",
        null);
  }

  /** A licence that a policy does not let be used. */
  public static ModelException notCommercial(ModelEntry entry) {
    return new ModelException(
        "The model "
            + entry.name()
            + " must not be used commercially; its licence is: "
            + entry.licence()
            + ".",
        "If that suits your use, accept it with LicencePolicy.ANY; otherwise choose another model.",
        ModelException.Remedy.ACCEPT_LICENCE,
        entry.name(),
        null);
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
            + ". Retry (the download resumes), set a mirror, or "
            + byHand
            + " to "
            + folder.resolve(file.name())
            + " yourself.",
        cause);
  }

  private static ModelException problem(
      ModelEntry entry, ModelFile file, String problem, String otherwise, Throwable cause) {
    Optional<Download> download = file.download();
    if (download.isEmpty()) {
      return new ModelException(problem + " " + otherwise + " from " + entry.origin() + ".", cause);
    }
    return new ModelException(
        problem + " To get it yourself, " + download.get().byHand() + " to this path.",
        "Or call ModelDownloads.fetch(\"" + entry.name() + "\", …) of the artifact face-fetch.",
        ModelException.Remedy.DOWNLOAD,
        entry.name(),
        cause);
  }
}
