package dev.facecore.http;

import dev.facecore.fetch.SafeFetcher;
import dev.facecore.http.access.Admission;
import dev.facecore.http.access.ServiceGate;
import dev.facecore.http.connection.ClientWatch;
import dev.facecore.http.connection.Connections;
import dev.facecore.http.connection.Delivery;
import dev.facecore.http.connection.LeastRate;
import dev.facecore.http.connection.Reading;
import dev.facecore.http.request.ExtractRequestReader;
import dev.facecore.http.request.RequestLimits;
import dev.facecore.http.settings.ListenAddress;
import dev.facecore.http.settings.SettingException;
import dev.facecore.http.settings.Settings;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service from start to stop. Closing it frees the port first and the models last. */
public final class FaceService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FaceService.class);

  /** How long answers may still be sent after the last work is done. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(3);

  /** Beside those that have a place. */
  private static final int MOST_CONNECTIONS = 1000;

  private final Settings settings;
  private final ServiceGate gate;
  private final ClientWatch clients = new ClientWatch();
  private final Delivery delivery;
  private final Javalin server;
  private final ReentrantLock closing = new ReentrantLock();

  private final ModelOpening models;
  private final SafeFetcher fetcher;

  private FaceService(Settings settings, ModelOpening models, LeastRate least) {
    this.settings = settings;
    this.models = models;
    this.fetcher =
        SafeFetcher.builder()
            .allowPrivateAddresses(settings.urlAllowPrivate())
            .maxBytes(settings.maxImageBytes())
            .build();
    this.gate =
        new ServiceGate(new Admission(settings.maxConcurrentRequests(), settings.maxQueue()));
    RequestLimits limits =
        new RequestLimits(
            settings.maxRequestBytes(),
            settings.maxImagesPerRequest(),
            settings.maxImageBytes(),
            settings.minFaceSize());
    Connections connections = new Connections(MOST_CONNECTIONS + gate.admission().places());
    this.delivery =
        new Delivery(settings.requestTimeout(), least, gate.admission().places(), connections);
    ExtractFaces extractFaces =
        new ExtractFaces(
            new Reading(least),
            new ExtractRequestReader(limits, fetcher::source),
            gate.admission(),
            clients);
    this.server = new Routes(settings, gate, extractFaces, delivery, connections).server();
  }

  /**
   * Listens; until {@link #loadModels} is done, the service says that it is not ready. Takes over
   * the models, also when it fails.
   *
   * @throws SettingException if it cannot listen there, or a model is not there
   */
  static FaceService start(Settings settings, ModelOpening models) {
    return start(settings, models, LeastRate.OF_THE_SERVICE);
  }

  /** As {@link #start(Settings, ModelOpening)}, for clients of another least rate. */
  static FaceService start(Settings settings, ModelOpening models, LeastRate least) {
    ListenAddress address = settings.address();
    try {
      ModelOpening.requireNames(settings);
      address.requireFree();
      FaceService service = new FaceService(settings, models, least);
      service.server.start();
      return service;
    } catch (JavalinBindException e) {
      models.close();
      throw address.taken();
    } catch (RuntimeException e) {
      models.close();
      throw e;
    }
  }

  /**
   * Waits for the models and lets requests in.
   *
   * @throws SettingException if a model cannot be opened
   */
  void loadModels() {
    gate.open(models.await());
    LOG.info("Ready with {} + {}.", settings.faceModel(), settings.detectorBackend());
  }

  int port() {
    return server.port();
  }

  /** Where it can be called. */
  String url() {
    return settings.address().url(port());
  }

  /** Where a browser on this machine finds the page. */
  String page() {
    return settings.address().page(port());
  }

  /**
   * No new requests; those under way finish within a bound; then the port and the models are freed.
   */
  @Override
  public void close() {
    closing.lock();
    try {
      gate.drain();
      delivery.awaitAll(LAST_ANSWERS);
      server.stop();
      clients.close();
      models.close();
      fetcher.close();
    } finally {
      closing.unlock();
    }
  }
}
