package dev.facecore.examples.extract;

import dev.facecore.DedupMode;
import dev.facecore.console.files.PathText;
import dev.facecore.examples.corrections.Corrections;
import dev.facecore.examples.corrections.CorrectionsException;
import dev.facecore.examples.corrections.CorrectionsFile;
import dev.facecore.examples.corrections.PlacedFaces;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What a user said about the people of an earlier run. */
final class CorrectionsOption {
  @Option(
      names = "--corrections",
      paramLabel = "FILE",
      description =
          "Which faces are one person, which are not, and what people are called: a file that"
              + " index.html saves. Without it corrections.json in DIR is used where it exists.")
  private Path named;

  private CommandLine command;
  private Path file;
  private Corrections corrections = Corrections.NONE;

  /**
   * Reads the file.
   *
   * @throws CommandLine.ParameterException if it cannot be used
   */
  void read(Path out, DedupMode mode, CommandLine line) {
    command = line;
    Path inFolder = out.resolve(CorrectionsFile.NAME);
    boolean isInFolder = Files.exists(inFolder, LinkOption.NOFOLLOW_LINKS);
    if (named == null && !isInFolder) return;
    file = named == null ? inFolder : named;
    try {
      corrections = CorrectionsFile.read(file);
    } catch (CorrectionsException e) {
      throw wrongUsage(e.getMessage());
    }
    if (corrections.hasPairs() && mode != DedupMode.CLUSTER) {
      throw wrongUsage(
          "'"
              + PathText.of(file)
              + "' says who is the same and who is different, which needs --dedup cluster, got '"
              + mode.name().toLowerCase(java.util.Locale.ROOT)
              + "'.");
    }
  }

  /** As in the file. */
  Corrections value() {
    return corrections;
  }

  /**
   * Looks their faces up.
   *
   * @throws CommandLine.ParameterException if they contradict each other for these faces
   */
  CorrectedFaces appliedTo(PlacedFaces faces) {
    try {
      if (file != null) CorrectionsFile.refuseContradictions(file, corrections, faces);
    } catch (CorrectionsException e) {
      throw wrongUsage(e.getMessage());
    }
    return CorrectedFaces.of(corrections, faces);
  }

  private CommandLine.ParameterException wrongUsage(String message) {
    return new CommandLine.ParameterException(command, "--corrections " + message);
  }
}
