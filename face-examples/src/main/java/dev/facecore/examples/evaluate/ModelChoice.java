package dev.facecore.examples.evaluate;

import dev.facecore.FaceExtractor;
import picocli.CommandLine.Option;

/** The options that say which models are measured. */
final class ModelChoice {
  @Option(names = "--detector", defaultValue = "retinaface", description = "Finds the faces.")
  private String detector;

  @Option(names = "--model", defaultValue = "ArcFace", description = "Embeds the faces.")
  private String model;

  /** The caller closes it. */
  FaceExtractor open() {
    return FaceExtractor.builder().detector(detector).embedder(model).build();
  }
}
