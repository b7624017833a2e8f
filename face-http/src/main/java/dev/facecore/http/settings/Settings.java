package dev.facecore.http.settings;

import dev.facecore.model.Accelerator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the service runs; every value is a documented environment variable.
 *
 * @param address where it listens; port 0 picks a free one
 * @param logLevel debug, info, warning or error
 * @param requestTimeout from a request's arrival to its answer
 * @param maxImagesPerRequest how many images one request may hold
 * @param minFaceSize in pixels, where a request names none
 * @param faceModel the embedding model's name in the catalogue
 * @param detectorBackend the detector's name in the catalogue
 * @param allowedOrigins whose pages may call the service from a browser; none means no CORS headers
 * @param maxRequestBytes the largest body
 * @param maxImageBytes the largest encoded image
 * @param maxImagePixels the largest image
 * @param maxFacesPerRequest how many faces the images of one request may show
 * @param maxConcurrentRequests how many requests are worked on at once
 * @param maxQueue how many more may be uploading or waiting
 * @param urlAllowPrivate whether addresses of private networks may be fetched
 * @param apiToken what callers must present, if anything
 * @param modelDirectory the folder of models beyond the bundled ones
 * @param accelerator what runs the networks
 */
public record Settings(
    ListenAddress address,
    String logLevel,
    Duration requestTimeout,
    int maxImagesPerRequest,
    int minFaceSize,
    String faceModel,
    String detectorBackend,
    List<String> allowedOrigins,
    long maxRequestBytes,
    long maxImageBytes,
    long maxImagePixels,
    int maxFacesPerRequest,
    int maxConcurrentRequests,
    int maxQueue,
    boolean urlAllowPrivate,
    Optional<String> apiToken,
    Path modelDirectory,
    Accelerator accelerator) {

  /**
   * Reads the environment.
   *
   * @throws SettingException if a value is not allowed
   */
  public static Settings of(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    int cores = Runtime.getRuntime().availableProcessors();
    return new Settings(
        new ListenAddress(
            variables.text("HOST", "0.0.0.0"), (int) variables.integer("PORT", 5003, 0, 65535)),
        variables.oneOf("LOG_LEVEL", "info", "debug", "info", "warning", "error"),
        Duration.ofSeconds(variables.integer("REQUEST_TIMEOUT", 180, 1, 86_400)),
        (int) variables.integer("MAX_IMAGES_PER_REQUEST", 100, 1, 100_000),
        (int) variables.integer("MIN_FACE_SIZE", 20, 1, 100_000),
        variables.text("FACE_MODEL", "ArcFace"),
        variables.text("DETECTOR_BACKEND", "retinaface"),
        Origins.of("ALLOWED_ORIGINS", variables.list("ALLOWED_ORIGINS")),
        variables.integer("MAX_REQUEST_BYTES", 256L << 20, 1, 1L << 40),
        variables.integer("MAX_IMAGE_BYTES", 10L << 20, 1, 1L << 30),
        variables.integer("MAX_IMAGE_PIXELS", 50_000_000, 1, 1L << 30),
        (int) variables.integer("MAX_FACES_PER_REQUEST", 5_000, 1, 1_000_000),
        (int) variables.integer("MAX_CONCURRENT_REQUESTS", cores, 1, 1_000),
        (int) variables.integer("MAX_QUEUE", 4L * cores, 0, 10_000),
        variables.truth("URL_ALLOW_PRIVATE", false),
        variables.secret("API_TOKEN"),
        variables.folder(
            "MODEL_DIR", Path.of(System.getProperty("user.home"), ".cache", "face-models")),
        Accelerator.valueOf(
            variables.oneOf("ACCELERATOR", "cpu", "cpu", "cuda").toUpperCase(Locale.ROOT)));
  }
}
