package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceMetricsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private RunningService service;

  @BeforeEach
  void start() {
    service = RunningService.startUnready(Map.of());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void it_is_the_text_format_of_prometheus() {
    ServiceClient.get(service.at("/health"));
    Answer answer = ServiceClient.get(service.at("/metrics"));
    assertEquals(200, answer.status());
    assertEquals(
        "text/plain; version=0.0.4; charset=utf-8", answer.header("Content-Type").orElse(""));
    List<String> lines = answer.text().lines().toList();
    assertTrue(lines.size() > 50, answer::text);
    for (String line : lines) {
      assertTrue(
          line.matches("# (HELP|TYPE) [a-z_0-9]+ .+")
              || line.matches(
                  "[a-z_0-9]+(\\{[a-z_]+=\"[^\"\\n]*\"(,[a-z_]+=\"[^\"\\n]*\")*})? \\S+"),
          line);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "facecore_images_total{outcome=\"processed\"}",
        "facecore_images_total{outcome=\"failed\"}",
        "facecore_faces_total",
        "facecore_people_total",
        "facecore_stage_seconds_total{stage=\"load\"}",
        "facecore_stage_seconds_total{stage=\"detect\"}",
        "facecore_stage_seconds_total{stage=\"embed\"}",
        "facecore_stage_seconds_total{stage=\"dedup\"}",
        "facecore_requests_waiting",
        "facecore_requests_in_flight",
        "facecore_ready"
      })
  void what_has_not_happened_is_zero(String series) {
    assertTrue(
        ServiceClient.get(service.at("/metrics")).text().contains("\n" + series + " "), series);
    assertEquals(0, value(series));
  }

  @Test
  void memory_threads_and_processor_are_told() {
    String text = ServiceClient.get(service.at("/metrics")).text();
    for (String family :
        List.of("jvm_memory_used_bytes", "jvm_threads_live_threads", "system_cpu_count")) {
      assertTrue(text.contains("\n" + family), family);
    }
    assertTrue(text.contains("process_resident_memory_bytes") == isLinux(), text);
    if (isLinux()) assertTrue(value("process_resident_memory_bytes") > 20e6);
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").equals("Linux");
  }

  @Test
  void a_result_is_counted() {
    service.loadModels();
    assertEquals(1, value("facecore_ready"));
    String photograph = Photographs.element("obama.jpg");
    String body =
        "{\"images\":[" + photograph + ",{\"image_base64\":\"AAAA\"}," + photograph + "]}";
    assertEquals(200, ServiceClient.post(service.at("/extract-faces"), body).status());
    awaitValue(requests("POST", "/extract-faces", 200), 1);
    assertEquals(2, value("facecore_images_total{outcome=\"processed\"}"));
    assertEquals(1, value("facecore_images_total{outcome=\"failed\"}"));
    assertEquals(2, value("facecore_faces_total"));
    assertEquals(1, value("facecore_people_total"));
    for (String stage : List.of("load", "detect", "embed", "dedup")) {
      double seconds = value("facecore_stage_seconds_total{stage=\"" + stage + "\"}");
      assertTrue(seconds > 0 && seconds < 60, stage + " " + seconds);
    }
    double spent =
        value(
            "http_server_requests_seconds_sum"
                + "{method=\"POST\",path=\"/extract-faces\",status=\"200\"}");
    assertTrue(spent > 0 && spent < 60, "seconds " + spent);
  }

  @Test
  void refusals_are_counted_by_status() {
    ServiceClient.post(service.at("/extract-faces"), "{}");
    ServiceClient.get(service.at("/ready"));
    ServiceClient.get(service.at("/ready"));
    ServiceClient.get(service.at("/no-such-path"));
    ServiceClient.send("PUT", service.at("/health"), "");
    awaitValue(requests("POST", "/extract-faces", 503), 1);
    awaitValue(requests("GET", "/ready", 503), 2);
    awaitValue(requests("GET", "none", 404), 1);
    awaitValue(requests("PUT", "none", 405), 1);
  }

  @Test
  void callers_cannot_make_series() throws IOException {
    ServiceClient.get(service.at("/metrics"));
    RawHttp.head(service, "BREW /health HTTP/1.1", "Host: localhost");
    ServiceClient.get(service.at("/no-such-path"));
    awaitValue(requests("GET", "none", 404), 1);
    awaitValue(requests("other", "none", 405), 1);
    long before = ServiceClient.get(service.at("/metrics")).text().lines().count();
    for (int i = 0; i < 40; i++) {
      ServiceClient.get(service.at("/no-such-path/" + i + "?query=" + i));
      RawHttp.head(service, "M" + i + " /health HTTP/1.1", "Host: localhost");
    }
    awaitValue(requests("GET", "none", 404), 41);
    awaitValue(requests("other", "none", 405), 41);
    assertEquals(before, ServiceClient.get(service.at("/metrics")).text().lines().count());
  }

  @Test
  void two_services_do_not_share() {
    try (RunningService other = RunningService.startUnready(Map.of())) {
      ServiceClient.get(other.at("/health"));
      awaitValue(other, requests("GET", "/health", 200), 1);
      assertEquals(0, value(requests("GET", "/health", 200)));
    }
  }

  @Test
  void an_upload_is_in_flight_until_it_ends() throws IOException {
    service.loadModels();
    try (RawHttp upload = new RawHttp(service)) {
      upload.send(
          "POST /extract-faces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 1000\r\n\r\n{");
      awaitValue("facecore_requests_in_flight", 1);
      assertEquals(1, value("facecore_requests_waiting"));
    }
    awaitValue("facecore_requests_in_flight", 0);
    assertEquals(0, value("facecore_requests_waiting"));
  }

  private static String requests(String method, String path, int status) {
    return "http_server_requests_seconds_count{method=\"%s\",path=\"%s\",status=\"%d\"}"
        .formatted(method, path, status);
  }

  /** An answer may arrive a moment before it is counted. */
  private void awaitValue(String series, double expected) {
    awaitValue(service, series, expected);
  }

  private static void awaitValue(RunningService service, String series, double expected) {
    long start = System.nanoTime();
    while (value(service, series) != expected && System.nanoTime() - start < PATIENCE.toNanos()) {
      Thread.onSpinWait();
    }
    assertEquals(expected, value(service, series), series);
  }

  private double value(String series) {
    return value(service, series);
  }

  private static double value(RunningService service, String series) {
    return ServiceClient.get(service.at("/metrics"))
        .text()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElse(0);
  }
}
