package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
  private static final String LISTENS =
      "face-http \\d+\\.\\d+\\.\\d+ with its page at http://127\\.0\\.0\\.1:\\d+/ listens on ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PORT | 70000 | Give a whole number from 0 to 65535",
        "HOST | 192.0.2.1 | Give a name or an address of this machine,",
        "HOST | no-such-host.invalid | Give a name or an address of this machine,",
        "LOG_LEVEL | LOUD | Give one of debug, info, warning, error",
        "ALLOWED_ORIGINS | example.org | Give origins such as https://example.org",
        "MAX_QUEUE | many | Give a whole number from 0 to 10000"
      })
  void a_bad_value_ends_the_start_with_one_line(String variable, String value, String allowed)
      throws Exception {
    assertRefused(
        Map.of(variable, value), variable + "=" + value + " is not allowed. " + allowed, true);
  }

  @Test
  void a_port_that_is_taken_ends_the_start_with_one_line() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertRefused(
          Map.of("HOST", "127.0.0.1", "PORT", String.valueOf(taken.getLocalPort())),
          "PORT="
              + taken.getLocalPort()
              + " is not allowed. The port cannot be opened at 127.0.0.1",
          true);
    }
  }

  @Test
  void an_unknown_model_ends_the_start_with_one_line_that_lists_the_known_ones() throws Exception {
    assertRefused(
        Map.of("HOST", "127.0.0.1", "PORT", "0", "FACE_MODEL", "NoSuchModel"),
        "FACE_MODEL=NoSuchModel with DETECTOR_BACKEND=retinaface is not allowed. No embedding"
            + " model is called 'NoSuchModel': there are ArcFace",
        true);
    assertRefused(
        Map.of("HOST", "127.0.0.1", "PORT", "0", "DETECTOR_BACKEND", "nope"),
        "FACE_MODEL=ArcFace with DETECTOR_BACKEND=nope is not allowed. No detection model is"
            + " called 'nope': there are retinaface",
        true);
  }

  @Test
  void a_model_that_was_not_fetched_ends_the_start_with_one_line(@TempDir Path empty)
      throws Exception {
    assertRefused(
        Map.of(
            "HOST",
            "127.0.0.1",
            "PORT",
            "0",
            "DETECTOR_BACKEND",
            "yunet",
            "MODEL_DIR",
            empty.toString()),
        "FACE_MODEL=ArcFace with DETECTOR_BACKEND=yunet is not allowed. The model file ",
        true);
  }

  @Test
  void an_accelerator_that_is_not_in_the_build_ends_the_start_with_one_line() throws Exception {
    assertRefused(
        Map.of("HOST", "127.0.0.1", "PORT", "0", "ACCELERATOR", "cuda"),
        "ACCELERATOR=cuda is not allowed. This build runs on the processor only",
        false);
  }

  private static void assertRefused(
      Map<String, String> environment, String start, boolean beforeListening) throws Exception {
    try (MainProcess main = new MainProcess(environment)) {
      List<String> output = main.rest();
      assertEquals(2, main.exitStatus());
      assertEquals(1, main.errors().size(), main.errors()::toString);
      assertTrue(main.errors().get(0).startsWith(start), main.errors()::toString);
      assertEquals(beforeListening, output.isEmpty(), output::toString);
    }
  }

  @Test
  void check_runs_the_models_and_ends_without_listening() throws Exception {
    try (MainProcess main = new MainProcess(Map.of(), List.of("-Xmx512m"), List.of("--check"))) {
      assertEquals(List.of(), main.rest());
      assertEquals(0, main.exitStatus());
      assertEquals(List.of(), main.errors());
    }
  }

  @Test
  void check_refuses_what_a_start_would_refuse() throws Exception {
    Map<String, String> wrong = Map.of("FACE_MODEL", "NoSuchModel");
    try (MainProcess main = new MainProcess(wrong, List.of("-Xmx512m"), List.of("--check"))) {
      assertEquals(2, main.exitStatus());
      assertTrue(main.errors().get(0).startsWith("FACE_MODEL=NoSuchModel with "));
      assertEquals(1, main.errors().size());
    }
  }

  @Test
  void other_arguments_are_wrong_usage() throws Exception {
    try (MainProcess main = new MainProcess(Map.of(), List.of(), List.of("--port=80"))) {
      assertEquals(2, main.exitStatus());
      assertEquals(
          "Unexpected argument '--port=80'. face-http takes --check or --help; environment"
              + " variables set the rest.",
          main.errors().get(0));
      assertEquals(1, main.errors().size());
    }
  }

  @Test
  void help_tells_every_variable() throws Exception {
    try (MainProcess main = new MainProcess(Map.of(), List.of(), List.of("--help"))) {
      String help = String.join("\n", main.rest());
      assertEquals(0, main.exitStatus());
      assertEquals(List.of(), main.errors());
      String guide = Files.readString(Path.of("../docs/service.md"));
      guide =
          guide.substring(
              guide.indexOf("## Environment variables"), guide.indexOf("## Slow clients"));
      List<String> variables =
          Pattern.compile("(?m)^\\| (`[A-Z_`, ]+`) \\|")
              .matcher(guide)
              .results()
              .flatMap(row -> Stream.of(row.group(1).replace("`", "").split(", ")))
              .toList();
      assertTrue(variables.size() >= 19, variables::toString);
      for (String variable : variables) assertTrue(help.contains(variable), variable);
    }
  }

  @Test
  void it_says_where_it_listens_and_sigterm_ends_it_well() throws Exception {
    try (MainProcess main = new MainProcess(Map.of("HOST", "127.0.0.1", "PORT", "0"))) {
      String line = main.readLine();
      assertTrue(line.matches(LISTENS + "http://127\\.0\\.0\\.1:[1-9]\\d*"), line);
      String url = line.replaceFirst(LISTENS, "");
      assertEquals(200, get(url + "/health").statusCode());
      String ready = main.readLine();
      while (!ready.contains("Ready with ArcFace + retinaface")) ready = main.readLine();
      assertEquals(200, get(url + "/ready").statusCode());
      main.terminate();
      assertEquals(0, main.exitStatus());
      assertEquals(List.of(), main.errors());
      assertEquals(List.of(), main.rest(), "probes are not logged");
    }
  }

  @Test
  void sigterm_while_the_models_load_ends_it_well() throws Exception {
    try (MainProcess main =
        new MainProcess(Map.of("HOST", "127.0.0.1", "PORT", "0", "LOG_LEVEL", "Error"))) {
      assertTrue(main.readLine().matches(LISTENS + "http://127\\.0\\.0\\.1:[1-9]\\d*"));
      main.terminate();
      assertEquals(0, main.exitStatus());
      assertEquals(List.of(), main.errors());
      assertEquals(List.of(), main.rest());
    }
  }

  private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }
}
