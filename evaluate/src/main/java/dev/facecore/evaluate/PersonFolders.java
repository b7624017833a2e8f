package dev.facecore.evaluate;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The pictures of known people: all of a folder, or those of a list. */
final class PersonFolders {
  @Parameters(paramLabel = "IMAGES", description = "A folder of images for each person.")
  private Path images;

  @Option(
      names = "--only",
      paramLabel = "CLUSTERS.csv",
      description = "Only these images (columns image, identity).")
  private Path only;

  Path images() {
    return images;
  }

  /** The list; empty if all pictures are meant. */
  Optional<Path> only() {
    return Optional.ofNullable(only);
  }
}
