package dev.facecore.console.options;

import dev.facecore.FaceExtractor;
import dev.facecore.FaceExtractorBuilder;
import dev.facecore.console.stop.OrderlyStop;
import dev.facecore.internal.natives.ProgramMemory;
import dev.facecore.model.FaceModels;
import dev.facecore.model.LicencePolicy;
import dev.facecore.model.ModelInfo;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which models are used. */
public final class ModelChoice {
  /** The heap at which large photographs are searched nearly as fast as with an unlimited one. */
  private static final long AT_FULL_SPEED = 208L << 20;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--detector",
      paramLabel = "NAME",
      defaultValue = "retinaface",
      description =
          "Finds the faces: retinaface, mtcnn, opencv, ssd, centerface, or another detector of faces"
              + " models list.")
  private String detector;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      defaultValue = "ArcFace",
      description = "Embeds the faces: an embedding model of faces models list.")
  private String model;

  @Option(
      names = "--model-dir",
      paramLabel = "DIR",
      description = "Fetched and own models; $MODEL_DIR, or ~/.cache/face-models, by default.")
  private Path folder;

  @Option(
      names = "--accept-licence",
      description = "Takes models that must not be used commercially without asking again.")
  private boolean acceptLicence;

  /** The models chosen, with their weights: what must stay the same to find the same faces. */
  public String identities() {
    FaceModels models = FaceModels.in(ModelDir.or(folder));
    return identity(models, detector) + ", " + identity(models, model);
  }

  private static String identity(FaceModels models, String name) {
    return models.find(name).map(ModelInfo::identity).orElse(name);
  }

  /** With the models chosen. */
  public FaceExtractorBuilder builder() {
    FaceModels models = FaceModels.in(ModelDir.or(folder));
    requireKnown(models, "--detector", detector, ModelInfo.Task.DETECTION);
    requireKnown(models, "--model", model, ModelInfo.Task.EMBEDDING);
    ProgramMemory.trim();
    return FaceExtractor.builder()
        .onPicture((picture, analysis) -> ProgramMemory.trim(AT_FULL_SPEED))
        .detector(detector)
        .embedder(model)
        .models(models.accepting(acceptLicence ? LicencePolicy.ANY : LicencePolicy.ACCEPTED));
  }

  private void requireKnown(FaceModels models, String option, String name, ModelInfo.Task task) {
    if (models.find(name).filter(known -> known.task() == task).isPresent()) return;
    String names =
        models.list().stream()
            .filter(known -> known.task() == task)
            .map(ModelInfo::name)
            .collect(Collectors.joining(", "));
    throw new ParameterException(
        command.commandLine(), option + " must be one of " + names + ", got '" + name + "'.");
  }

  /** With the models chosen; the caller closes it. */
  public FaceExtractor open() {
    return OrderlyStop.open(builder());
  }
}
