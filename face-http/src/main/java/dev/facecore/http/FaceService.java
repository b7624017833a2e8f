package dev.facecore.http;

import dev.facecore.FaceExtractor;
import dev.facecore.LicencePolicy;
import dev.facecore.ModelException;
import dev.facecore.http.connection.ClientWatch;
import dev.facecore.http.request.ExtractRequestReader;
import dev.facecore.http.request.RequestLimits;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service from start to stop. Closing it frees the port first and the models last. */
public final class FaceService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FaceService.class);

  private final Settings settings;
  private final ServiceGate gate;
  private final ClientWatch clients = new ClientWatch();
  private final Javalin server;
  private final ReentrantLock closing = new ReentrantLock();

  /** The models are opened while the server starts: each takes a core for half a second. */
  private final CompletableFuture<FaceExtractor> opening;

  private FaceService(Settings settings) {
    this.settings = settings;
    this.opening = CompletableFuture.supplyAsync(() -> open(settings), FaceService::onOwnThread);
    this.gate =
        new ServiceGate(new Admission(settings.maxConcurrentRequests(), settings.maxQueue()));
    RequestLimits limits =
        new RequestLimits(
            settings.maxRequestBytes(),
            settings.maxImagesPerRequest(),
            settings.maxImageBytes(),
            settings.minFaceSize());
    this.server =
        new Routes(
                settings,
                gate,
                new ExtractFaces(new ExtractRequestReader(limits), gate.admission(), clients))
            .server();
  }

  /**
   * Listens; until {@link #loadModels} is done, the service says that it is not ready.
   *
   * @throws SettingException if it cannot listen there
   */
  static FaceService start(Settings settings) {
    ListenAddress address = settings.address();
    address.requireFree();
    FaceService service = new FaceService(settings);
    try {
      service.server.start();
    } catch (JavalinBindException e) {
      service.closeOpened();
      throw address.taken();
    }
    return service;
  }

  private static void onOwnThread(Runnable task) {
    Thread thread = new Thread(task, "face-models");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits until the models are open and runs each once.
   *
   * @throws SettingException if a model cannot be opened
   */
  void loadModels() {
    FaceExtractor extractor = opened();
    extractor.warmUp();
    gate.open(extractor);
    LOG.info("ready with {} + {}", settings.faceModel(), settings.detectorBackend());
  }

  private FaceExtractor opened() {
    try {
      return opening.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      throw e;
    }
  }

  // Also where nobody waited for them; closing twice is safe.
  private void closeOpened() {
    opening.thenAccept(FaceExtractor::close).exceptionally(failure -> null).join();
  }

  /**
   * Opens the models and runs each once, without listening.
   *
   * @throws SettingException if a model cannot be opened
   */
  static void tryModels(Settings settings) {
    try (FaceExtractor extractor = open(settings)) {
      extractor.warmUp();
    }
  }

  private static FaceExtractor open(Settings settings) {
    try {
      return FaceExtractor.builder()
          .detector(settings.detectorBackend())
          .embedder(settings.faceModel())
          .modelDirectory(settings.modelDirectory())
          .licencePolicy(LicencePolicy.ACCEPTED)
          .maxImageBytes(settings.maxImageBytes())
          .maxImagePixels(settings.maxImagePixels())
          .allowPrivateAddresses(settings.urlAllowPrivate())
          .build();
    } catch (ModelException e) {
      throw new SettingException(
          "FACE_MODEL",
          settings.faceModel() + " with DETECTOR_BACKEND=" + settings.detectorBackend(),
          e.getMessage());
    }
  }

  int port() {
    return server.port();
  }

  /** Where it can be called. */
  String url() {
    return settings.address().url(port());
  }

  /**
   * No new requests; those under way finish within a bound; then the port and the models are freed.
   */
  @Override
  public void close() {
    closing.lock();
    try {
      gate.drain();
      server.stop();
      clients.close();
      closeOpened();
    } finally {
      closing.unlock();
    }
  }
}
