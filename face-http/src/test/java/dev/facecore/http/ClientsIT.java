package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example clients, each a process of its own, against the real service. */
class ClientsIT {
  private static final Path CLIENTS = Path.of("../clients").toAbsolutePath().normalize();
  private static final String TOKEN = "a-token-of-this-test";

  private static RunningService service;
  private static PictureHost host;

  @TempDir private Path scratch;

  enum Client {
    PYTHON("python3"),
    CURL("bash", "curl", "jq", "base64"),
    JAVA();

    final List<String> needs;

    Client(String... needs) {
      this.needs = List.of(needs);
    }

    List<String> command(String server, Path out) {
      return switch (this) {
        case PYTHON ->
            List.of(
                "python3",
                CLIENTS + "/python/extract_faces.py",
                "--server",
                server,
                "--out",
                out + "");
        case CURL ->
            List.of("bash", CLIENTS + "/curl/extract-faces.sh", "-s", server, "-o", out + "");
        case JAVA ->
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java") + "",
                CLIENTS + "/java/ExtractFaces.java",
                server,
                out + "");
      };
    }
  }

  private record Result(int status, List<String> output, List<String> errors) {}

  @BeforeAll
  static void start() throws IOException {
    service = RunningService.start(Map.of("URL_ALLOW_PRIVATE", "true", "API_TOKEN", TOKEN));
    host = new PictureHost();
  }

  @AfterAll
  static void stop() {
    host.close();
    service.close();
  }

  @ParameterizedTest
  @EnumSource
  void saves_a_headshot_of_each_person_of_files_and_addresses(Client client) throws Exception {
    Result result =
        run(client, TOKEN, photo("obama.jpg"), host.at("/obama2.jpg") + "", photo("biden.jpg"));
    assertEquals(List.of(), result.errors());
    assertEquals(0, result.status());
    assertEquals(
        List.of("2 unique of 3 faces", headshot(1).toString(), headshot(2).toString()),
        result.output());
    for (int number = 1; number <= 2; number++) {
      BufferedImage saved = ImageIO.read(headshot(number).toFile());
      assertEquals(160, saved.getWidth());
      assertEquals(160, saved.getHeight());
    }
  }

  @ParameterizedTest
  @EnumSource
  void names_the_picture_that_failed_and_keeps_the_others(Client client) throws Exception {
    Path broken = Files.write(scratch.resolve("broken.jpg"), new byte[] {1, 2, 3});
    Result result = run(client, TOKEN, photo("obama.jpg"), broken.toString());
    assertEquals(1, result.status());
    assertEquals(List.of("1 unique of 1 faces", headshot(1).toString()), result.output());
    assertEquals(1, result.errors().size(), result.errors().toString());
    assertTrue(result.errors().get(0).startsWith(broken + ": "), result.errors().get(0));
  }

  @ParameterizedTest
  @EnumSource
  void says_why_the_service_refused(Client client) throws Exception {
    Result result = run(client, "wrong", photo("obama.jpg"));
    assertNotEquals(0, result.status());
    assertEquals(List.of(), result.output());
    assertEquals(1, result.errors().size(), result.errors().toString());
    assertTrue(result.errors().get(0).contains("token"), result.errors().get(0));
  }

  @ParameterizedTest
  @EnumSource
  void says_that_a_file_or_the_service_is_not_there(Client client) throws Exception {
    String missing = scratch.resolve("missing.jpg").toString();
    List<Result> results =
        List.of(
            run(client, TOKEN, photo("obama.jpg"), missing),
            run("http://127.0.0.1:1", client, TOKEN, photo("obama.jpg")));
    for (Result result : results) {
      assertNotEquals(0, result.status());
      assertEquals(List.of(), result.output());
      assertEquals(1, result.errors().size(), result.errors().toString());
    }
    assertTrue(results.get(0).errors().get(0).contains(missing), results.get(0).toString());
  }

  private Path headshot(int number) {
    return scratch.resolve("headshots").resolve("face_" + number + ".jpg");
  }

  private static String photo(String name) {
    return Photographs.path(name).toString();
  }

  private Result run(Client client, String token, String... images) throws Exception {
    return run(service.at("").toString(), client, token, images);
  }

  private Result run(String server, Client client, String token, String... images)
      throws Exception {
    for (String program : client.needs) {
      boolean isThere = isInstalled(program);
      if (!isThere) System.out.println("[skipped] the client " + client + ": no " + program);
      Assumptions.assumeTrue(isThere, program + " is not installed");
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(
                    client.command(server, scratch.resolve("headshots")).stream(),
                    Stream.of(images))
                .toList());
    builder.environment().put("API_TOKEN", token);
    Process process = builder.start();
    var errors = CompletableFuture.supplyAsync(() -> process.errorReader().lines().toList());
    List<String> output = process.inputReader().lines().toList();
    return new Result(process.waitFor(), output, errors.join());
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
