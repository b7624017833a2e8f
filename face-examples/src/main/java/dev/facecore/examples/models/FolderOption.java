package dev.facecore.examples.models;

import dev.facecore.console.options.ModelDir;
import dev.facecore.model.FaceModels;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says where models lie. */
final class FolderOption {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "The models' folder; $MODEL_DIR, or ~/.cache/face-models, by default.")
  private Path folder;

  Path path() {
    return ModelDir.or(folder);
  }

  FaceModels open() {
    return FaceModels.in(path());
  }
}
