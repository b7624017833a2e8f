package dev.facecore.http;

import dev.facecore.http.connection.LeastRate;
import dev.facecore.http.settings.Settings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The real service on a free port of this machine. */
final class RunningService implements AutoCloseable {
  private final FaceService service;

  private RunningService(FaceService service) {
    this.service = service;
  }

  /** A service that is ready. */
  static RunningService start() {
    return start(Map.of());
  }

  /** A service that is ready, with some variables of the environment set. */
  static RunningService start(Map<String, String> environment) {
    RunningService running = startUnready(environment);
    try {
      running.loadModels();
      return running;
    } catch (RuntimeException e) {
      running.close();
      throw e;
    }
  }

  /** A service whose models are not loaded yet. */
  static RunningService startUnready(Map<String, String> environment) {
    return startUnready(environment, LeastRate.OF_THE_SERVICE);
  }

  /** A service whose models are not loaded yet, for clients of a least rate. */
  static RunningService startUnready(Map<String, String> environment, LeastRate least) {
    Map<String, String> variables = new HashMap<>(Map.of("PORT", "0", "HOST", "127.0.0.1"));
    variables.putAll(environment);
    Settings settings = Settings.of(variables);
    return new RunningService(FaceService.start(settings, ModelOpening.begin(settings), least));
  }

  void loadModels() {
    service.loadModels();
  }

  /** Where a path of the service is, such as {@code /health}. */
  URI at(String path) {
    return URI.create("http://127.0.0.1:" + service.port() + path);
  }

  @Override
  public void close() {
    service.close();
  }
}
