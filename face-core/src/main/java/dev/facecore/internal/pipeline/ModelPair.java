package dev.facecore.internal.pipeline;

import dev.facecore.ModelException;
import dev.facecore.internal.image.OpenCvLibrary;
import dev.facecore.internal.log.Log;
import dev.facecore.internal.natives.NativeLibraries;
import dev.facecore.model.FaceModels;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.FaceEmbedder;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** The two models of an extractor. */
public record ModelPair(FaceDetector detector, FaceEmbedder embedder) {
  // The common pool may be busy with the caller's own work.
  private static final Executor OWN_THREAD =
      task -> {
        Thread thread = new Thread(task, "face-opener");
        thread.setDaemon(true);
        thread.start();
      };

  /**
   * Writes one line at DEBUG: which models there are and where native code is unpacked.
   *
   * @param nanos how long opening them took
   */
  public void log(long nanos) {
    Log.debug(
        ModelPair.class,
        "Opened the detector {} and the embedding model {} in {} ms; native code is unpacked in {}.",
        detector.name(),
        embedder.name(),
        nanos / 1_000_000,
        NativeLibraries.folder().map(Path::toString).orElse("a temporary folder"));
  }

  /**
   * Opens both at the same time, and loads OpenCV meanwhile: one after the other, a start takes
   * half as long again.
   *
   * @throws ModelException if one cannot be opened; the other one is closed then
   */
  public static ModelPair open(FaceModels models, String detector, String embedder) {
    // A failure is kept, and told to whoever decodes the first picture.
    CompletableFuture<Void> openCv =
        CompletableFuture.runAsync(OpenCvLibrary::load, OWN_THREAD).exceptionally(failure -> null);
    CompletableFuture<FaceEmbedder> embeddings =
        CompletableFuture.supplyAsync(() -> models.embedder(embedder), OWN_THREAD);
    FaceDetector faces;
    try {
      faces = models.detector(detector);
    } catch (RuntimeException | Error e) {
      embeddings.thenAccept(FaceEmbedder::close).exceptionally(failure -> null).join();
      throw e;
    }
    try {
      ModelPair both = new ModelPair(faces, embeddings.join());
      openCv.join();
      return both;
    } catch (CompletionException e) {
      faces.close();
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      if (e.getCause() instanceof Error failure) throw failure;
      throw e;
    }
  }
}
