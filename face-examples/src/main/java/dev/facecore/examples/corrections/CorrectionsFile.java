package dev.facecore.examples.corrections;

import dev.facecore.console.files.DiskProblem;
import dev.facecore.console.files.PathText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file of corrections. */
public final class CorrectionsFile {
  /** Its name in a folder of results. */
  public static final String NAME = "corrections.json";

  /** Enough for 100,000 corrections. */
  static final int MOST_BYTES = 32 << 20;

  private CorrectionsFile() {}

  /**
   * Reads it.
   *
   * @throws CorrectionsException if it cannot be read, is no such file, or contradicts itself; the
   *     message begins with its path
   */
  public static Corrections read(Path file) throws CorrectionsException {
    try {
      Corrections corrections = CorrectionsReader.read(bytes(file));
      Contradictions.refuse(corrections);
      return corrections;
    } catch (CorrectionsException e) {
      throw about(file, e);
    } catch (IOException e) {
      throw about(file, new CorrectionsException("cannot be read: " + DiskProblem.reason(e)));
    }
  }

  /**
   * Refuses corrections that contradict each other for the faces that were found.
   *
   * @throws CorrectionsException if they do
   */
  public static void refuseContradictions(Path file, Corrections corrections, PlacedFaces faces)
      throws CorrectionsException {
    try {
      Contradictions.refuse(corrections, faces);
    } catch (CorrectionsException e) {
      throw about(file, e);
    }
  }

  private static byte[] bytes(Path file) throws IOException, CorrectionsException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new CorrectionsException("must be a file with corrections.");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
      if (bytes.length <= MOST_BYTES) return bytes;
      throw new CorrectionsException(
          "must have at most " + MOST_BYTES / (1 << 20) + " MiB; name fewer faces.");
    }
  }

  private static CorrectionsException about(Path file, CorrectionsException problem) {
    return new CorrectionsException("'" + PathText.of(file) + "' " + problem.getMessage());
  }
}
