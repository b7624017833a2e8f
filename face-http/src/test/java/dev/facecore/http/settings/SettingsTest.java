package dev.facecore.http.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.model.Accelerator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
  private static final String ORIGINS = "Give origins such as https://example.org or";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PORT | -1 | Give a whole number from 0 to 65535",
        "PORT | 65536 | Give a whole number from 0 to 65535",
        "PORT | http | Give a whole number from 0 to 65535",
        "PORT | 80.0 | Give a whole number from 0 to 65535",
        "PORT | 0x50 | Give a whole number from 0 to 65535",
        "LOG_LEVEL | TRACE | Give one of debug, info, warning, error",
        "LOG_LEVEL | WARN | Give one of debug, info, warning, error",
        "REQUEST_TIMEOUT | 0 | Give a whole number from 1 to 86400",
        "REQUEST_TIMEOUT | -5 | Give a whole number from 1 to 86400",
        "REQUEST_TIMEOUT | 180s | Give a whole number from 1 to 86400",
        "REQUEST_TIMEOUT | 99999999999999999999 | Give a whole number from 1 to 86400",
        "MAX_IMAGES_PER_REQUEST | 0 | Give a whole number from 1 to 100000",
        "MIN_FACE_SIZE | 0 | Give a whole number from 1 to 100000",
        "MAX_REQUEST_BYTES | 256MiB | Give a whole number from 1 to 1099511627776",
        "MAX_IMAGE_BYTES | 0 | Give a whole number from 1 to 1073741824",
        "MAX_IMAGE_BYTES | 1073741825 | Give a whole number from 1 to 1073741824",
        "MAX_IMAGE_PIXELS | 50e6 | Give a whole number from 1 to 1073741824",
        "MAX_FACES_PER_REQUEST | 0 | Give a whole number from 1 to 1000000",
        "MAX_CONCURRENT_REQUESTS | 0 | Give a whole number from 1 to 1000",
        "MAX_QUEUE | -1 | Give a whole number from 0 to 10000",
        "URL_ALLOW_PRIVATE | yes | Give one of true, false",
        "URL_ALLOW_PRIVATE | 1 | Give one of true, false",
        "ACCELERATOR | tpu | Give one of cpu, cuda",
        "MODEL_DIR | pom.xml | Give a folder",
        "ALLOWED_ORIGINS | example.org | " + ORIGINS,
        "ALLOWED_ORIGINS | https://example.org/ | " + ORIGINS,
        "ALLOWED_ORIGINS | https://example.org/app | " + ORIGINS,
        "ALLOWED_ORIGINS | https://*.example.org | " + ORIGINS,
        "ALLOWED_ORIGINS | https://user@example.org | " + ORIGINS,
        "ALLOWED_ORIGINS | https://example.org?x | " + ORIGINS,
        "ALLOWED_ORIGINS | https:// | " + ORIGINS,
        "ALLOWED_ORIGINS | null | " + ORIGINS
      })
  void a_bad_value_is_refused_by_name(String variable, String value, String allowed) {
    SettingException refusal =
        assertThrows(SettingException.class, () -> Settings.of(Map.of(variable, value)));
    assertTrue(
        refusal.getMessage().startsWith(variable + "=" + value + " is not allowed. " + allowed),
        refusal.getMessage());
    assertEquals(1, refusal.getMessage().lines().count());
  }

  @Test
  void of_several_origins_the_bad_one_is_named() {
    String message = refusal("ALLOWED_ORIGINS", "https://good.example, *");
    assertTrue(message.startsWith("ALLOWED_ORIGINS=* is not allowed. "), message);
    assertTrue(message.endsWith("or * alone."), message);
  }

  @Test
  void a_refused_token_is_not_repeated() {
    String message = refusal("API_TOKEN", "two words");
    assertTrue(message.startsWith("API_TOKEN=(not shown) is not allowed. "), message);
    assertFalse(message.contains("words"), message);
  }

  @Test
  void a_refusal_is_one_line_whatever_the_value() {
    String message = refusal("PORT", "80\nPORT=81\u2028\u001b[2J");
    assertEquals(
        "PORT=80?PORT=81??[2J is not allowed. Give a whole number from 0 to 65535.", message);
  }

  private static String refusal(String variable, String value) {
    return assertThrows(SettingException.class, () -> Settings.of(Map.of(variable, value)))
        .getMessage();
  }

  @ParameterizedTest
  @MethodSource("goodValues")
  void a_good_value_is_taken(
      String variable, String value, Function<Settings, Object> read, Object expected) {
    assertEquals(expected, read.apply(Settings.of(Map.of(variable, value))));
  }

  static List<Arguments> goodValues() {
    return List.of(
        row("PORT", "0", settings -> settings.address().port(), 0),
        row("PORT", " 65535 ", settings -> settings.address().port(), 65535),
        row("HOST", "127.0.0.1", settings -> settings.address().host(), "127.0.0.1"),
        row("LOG_LEVEL", "Debug", Settings::logLevel, "debug"),
        row("LOG_LEVEL", "INFO", Settings::logLevel, "info"),
        row("LOG_LEVEL", "warning", Settings::logLevel, "warning"),
        row("LOG_LEVEL", "eRRor", Settings::logLevel, "error"),
        row("REQUEST_TIMEOUT", "1", Settings::requestTimeout, Duration.ofSeconds(1)),
        row("MAX_IMAGES_PER_REQUEST", "7", Settings::maxImagesPerRequest, 7),
        row("MIN_FACE_SIZE", "40", Settings::minFaceSize, 40),
        row("FACE_MODEL", "Other", Settings::faceModel, "Other"),
        row("DETECTOR_BACKEND", "ssd", Settings::detectorBackend, "ssd"),
        row("ALLOWED_ORIGINS", "*", Settings::allowedOrigins, List.of("*")),
        row(
            "ALLOWED_ORIGINS",
            "HTTP://A.example:80,, https://b.example:8443, https://[::1], app://localhost,"
                + " http://a.example",
            Settings::allowedOrigins,
            List.of(
                "http://a.example", "https://b.example:8443", "https://[::1]", "app://localhost")),
        row("MAX_REQUEST_BYTES", "1000", Settings::maxRequestBytes, 1000L),
        row("MAX_IMAGE_BYTES", "1000", Settings::maxImageBytes, 1000L),
        row("MAX_IMAGE_PIXELS", "1000", Settings::maxImagePixels, 1000L),
        row("MAX_FACES_PER_REQUEST", "30", Settings::maxFacesPerRequest, 30),
        row("MAX_CONCURRENT_REQUESTS", "3", Settings::maxConcurrentRequests, 3),
        row("MAX_QUEUE", "0", Settings::maxQueue, 0),
        row("URL_ALLOW_PRIVATE", "True", Settings::urlAllowPrivate, true),
        row("API_TOKEN", "abc~!", Settings::apiToken, Optional.of("abc~!")),
        row("API_TOKEN", "", Settings::apiToken, Optional.empty()),
        row("MODEL_DIR", "not-there-yet", Settings::modelDirectory, Path.of("not-there-yet")));
  }

  private static Arguments row(
      String variable, String value, Function<Settings, Object> read, Object expected) {
    return Arguments.of(variable, value, read, expected);
  }

  @Test
  void without_variables_the_documented_defaults_hold() {
    int cores = Runtime.getRuntime().availableProcessors();
    assertEquals(
        new Settings(
            new ListenAddress("0.0.0.0", 5003),
            "info",
            Duration.ofSeconds(180),
            100,
            20,
            "ArcFace",
            "retinaface",
            List.of(),
            256L * 1024 * 1024,
            10L * 1024 * 1024,
            50_000_000,
            5_000,
            cores,
            4 * cores,
            false,
            Optional.empty(),
            Path.of(System.getProperty("user.home"), ".cache", "face-models"),
            Accelerator.CPU),
        Settings.of(Map.of()));
  }
}
