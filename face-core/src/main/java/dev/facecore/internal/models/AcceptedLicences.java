package dev.facecore.internal.models;

import dev.facecore.model.LicencePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which licences were accepted for a folder of models: a file {@code NAME.licence-accepted} there
 * holds the licence as the catalogue states it, so that another licence needs another acceptance.
 */
public final class AcceptedLicences {
  private static final String ENDING = ".licence-accepted";
  private static final int LARGEST = 1 << 16;

  private AcceptedLicences() {}

  /** Whether a policy lets a model be used from a folder. */
  public static boolean allow(ModelEntry entry, LicencePolicy policy, Optional<Path> folder) {
    return switch (policy) {
      case COMMERCIAL_ONLY -> entry.commercialUse();
      case ACCEPTED ->
          entry.commercialUse() || folder.filter(path -> holds(path, entry)).isPresent();
      case ANY -> true;
    };
  }

  /** Records that a model's licence was accepted. */
  public static void accept(ModelEntry entry, Path folder) throws IOException {
    PlainFiles.replace(file(folder, entry), entry.licence() + "\n");
  }

  private static boolean holds(Path folder, ModelEntry entry) {
    Path file = file(folder, entry);
    try {
      return Files.isRegularFile(file)
          && Files.size(file) <= LARGEST
          && Files.readString(file).trim().equals(entry.licence());
    } catch (IOException e) {
      return false;
    }
  }

  private static Path file(Path folder, ModelEntry entry) {
    return folder.resolve(entry.name() + ENDING);
  }
}
