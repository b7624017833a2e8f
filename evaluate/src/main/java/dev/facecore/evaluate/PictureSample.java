package dev.facecore.evaluate;

import dev.facecore.console.files.PictureFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Some pictures of a folder, the same ones every time. */
final class PictureSample {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(index = "0", paramLabel = "IMAGES", description = "A folder of images.")
  private Path images;

  @Option(
      names = "--sample",
      defaultValue = "500",
      description = "How many images, drawn at random (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Another seed draws others (default: ${DEFAULT-VALUE}).")
  private long seed;

  List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>(PictureFiles.below(List.of(images), command.commandLine()));
    Collections.shuffle(files, new Random(seed));
    return files.subList(0, Math.min(count, files.size()));
  }
}
