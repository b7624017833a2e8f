package dev.facecore.http;

import dev.facecore.FaceExtractor;
import dev.facecore.ModelException;
import dev.facecore.PlatformException;
import dev.facecore.http.settings.SettingException;
import dev.facecore.http.settings.Settings;
import dev.facecore.internal.models.ModelCatalogue;
import dev.facecore.internal.natives.ProgramMemory;
import dev.facecore.model.FaceModels;
import dev.facecore.model.LicencePolicy;
import dev.facecore.model.ModelInfo;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The models, opened and run once on a thread of their own while the rest of the program starts:
 * each of the two keeps a core busy for half a second. Closing it closes the models.
 */
final class ModelOpening implements AutoCloseable {
  private final CompletableFuture<FaceExtractor> models;

  private ModelOpening(CompletableFuture<FaceExtractor> models) {
    this.models = models;
  }

  /** Begins; {@link #await} tells how it ended. */
  static ModelOpening begin(Settings settings) {
    return new ModelOpening(
        CompletableFuture.supplyAsync(() -> open(settings), ModelOpening::onOwnThread));
  }

  /**
   * Looks both models up, without opening anything.
   *
   * @throws SettingException if there is no such model, its licence was not accepted, or it was not
   *     fetched
   */
  static void requireNames(Settings settings) {
    try {
      ModelCatalogue catalogue = ModelCatalogue.open(Optional.of(settings.modelDirectory()));
      require(catalogue, settings.faceModel(), ModelInfo.Task.EMBEDDING);
      require(catalogue, settings.detectorBackend(), ModelInfo.Task.DETECTION);
    } catch (ModelException e) {
      throw wrong(settings, e);
    }
  }

  private static void require(ModelCatalogue catalogue, String name, ModelInfo.Task task) {
    catalogue.requireFiles(catalogue.find(name, task, LicencePolicy.ACCEPTED));
  }

  private static SettingException wrong(Settings settings, ModelException failure) {
    return new SettingException(
        "FACE_MODEL",
        settings.faceModel() + " with DETECTOR_BACKEND=" + settings.detectorBackend(),
        message(failure));
  }

  private static void onOwnThread(Runnable task) {
    Thread thread = new Thread(task, "face-models");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits until each model has been run.
   *
   * @throws SettingException if a model cannot be opened
   * @throws dev.facecore.PlatformException if native code cannot be used on this machine
   * @throws dev.facecore.InferenceException if one cannot be run
   */
  FaceExtractor await() {
    try {
      return models.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      throw e;
    }
  }

  private static FaceExtractor open(Settings settings) {
    FaceExtractor extractor = extractor(settings);
    try {
      extractor.warmUp();
      return extractor;
    } catch (RuntimeException e) {
      extractor.close();
      throw e;
    }
  }

  private static FaceExtractor extractor(Settings settings) {
    try {
      return FaceExtractor.builder()
          .detector(settings.detectorBackend())
          .embedder(settings.faceModel())
          .models(
              FaceModels.in(settings.modelDirectory())
                  .accepting(LicencePolicy.ACCEPTED)
                  .on(settings.accelerator()))
          .maxImageBytes(settings.maxImageBytes())
          .maxImagePixels(settings.maxImagePixels())
          .maxFaces(settings.maxFacesPerRequest())
          .onPicture((picture, analysis) -> ProgramMemory.trim())
          .build();
    } catch (ModelException e) {
      throw wrong(settings, e);
    } catch (PlatformException e) {
      if (e.part() != PlatformException.Part.ACCELERATOR) throw e;
      throw new SettingException("ACCELERATOR", "cuda", e.getMessage());
    }
  }

  // The library names its own methods; who runs the service has the command line beside it.
  private static String message(ModelException failure) {
    String fetch = " faces models fetch " + failure.model().orElse("NAME");
    return switch (failure.remedy()) {
      case NONE -> failure.getMessage();
      case DOWNLOAD -> failure.problem() + " Or run:" + fetch + ".";
      case ACCEPT_LICENCE ->
          failure.problem() + " If that suits your use, accept it:" + fetch + " --accept-licence.";
    };
  }

  /** Waits for the end of the opening where it is under way; closing twice is safe. */
  @Override
  public void close() {
    models.thenAccept(FaceExtractor::close).exceptionally(failure -> null).join();
  }
}
