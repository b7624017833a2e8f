package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What libpng, libjpeg and OpenCV print of hostile images, past our log. */
@EnabledOnOs(OS.LINUX)
class NativeOutputIT {
  @Test
  void native_code_prints_nothing() throws Exception {
    assertEquals(List.of(), run("ERROR").errors());
  }

  @Test
  void at_debug_it_prints_as_it_likes() throws Exception {
    List<String> lines = run("DEBUG").errors();
    assertTrue(lines.toString().contains("libpng"), lines::toString);
    assertTrue(lines.toString().contains("JPEG data"), lines::toString);
    assertTrue(lines.toString().contains("TIFF"), lines::toString);
  }

  @Test
  void at_debug_one_line_says_what_was_opened() throws Exception {
    Output output = run("DEBUG");
    assertEquals(
        1,
        output.log().stream()
            .filter(line -> line.contains("DEBUG Opened the detector retinaface and the embedding"))
            .count(),
        output.log()::toString);
    assertFalse(output.errors().toString().contains("SLF4J"), output.errors()::toString);
  }

  private record Output(List<String> log, List<String> errors) {}

  private static Output run(String level) throws Exception {
    Map<String, String> environment = Map.of("HOST", "127.0.0.1", "PORT", "0", "LOG_LEVEL", level);
    try (MainProcess main = new MainProcess(environment)) {
      // At DEBUG the models may be opened before the port is.
      List<String> log = new ArrayList<>();
      String line = main.readLine();
      for (; !line.contains(" listens on "); line = main.readLine()) log.add(line);
      String url = line.replaceFirst(".* listens on ", "");
      String body = Photographs.request(HostileImages.elements());
      HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url + "/ready")), "");
      while (answer.statusCode() != 200) {
        Thread.onSpinWait();
        answer = send(HttpRequest.newBuilder(URI.create(url + "/ready")), "");
      }
      answer =
          send(
              HttpRequest.newBuilder(URI.create(url + "/extract-faces"))
                  .header("Content-Type", "application/json"),
              body);
      assertTrue(answer.body().contains("image_errors"), answer.body());
      main.terminate();
      log.addAll(main.rest());
      assertEquals(0, main.exitStatus());
      return new Output(log, main.errors());
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String body)
      throws Exception {
    HttpRequest.Builder sent =
        body.isEmpty() ? request : request.POST(HttpRequest.BodyPublishers.ofString(body));
    return HttpClient.newHttpClient().send(sent.build(), HttpResponse.BodyHandlers.ofString());
  }
}
