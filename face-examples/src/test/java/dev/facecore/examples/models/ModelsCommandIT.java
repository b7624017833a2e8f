package dev.facecore.examples.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.facecore.examples.Cli;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code faces models} as a user runs it, with a server of this machine as the publisher. */
class ModelsCommandIT {
  private static final String WEIGHTS = "arcface-mobilefacenet-512.onnx";

  @TempDir Path folder;
  @TempDir Path out;

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private byte[] published;
  private HttpServer server;
  private String host;

  @BeforeEach
  void publish() throws IOException {
    published = OwnCatalogue.weights(WEIGHTS);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(200, published.length);
          exchange.getResponseBody().write(published);
          exchange.close();
        });
    server.start();
    host = "http://127.0.0.1:" + server.getAddress().getPort();
    new OwnCatalogue(folder)
        .copy("catalogue.properties", "ArcFace", "Mine")
        .set("Mine.file", "mine.onnx")
        .set("Mine.download", host + "/a/mine.onnx")
        .copy("catalogue.properties", "ArcFace", "Research")
        .set("Research.file", "research.onnx")
        .set("Research.download", host + "/a/research.onnx")
        .set("Research.commercial-use", "false")
        .set("Research.licence", "for research only")
        .write();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private Cli.Result models(String... arguments) {
    List<String> all = new ArrayList<>(List.of("models"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--dir", folder.toString()));
    return Cli.run(all.toArray(String[]::new));
  }

  private Cli.Result extract(String... arguments) {
    List<String> all = new ArrayList<>(List.of("extract", "photos", "--out", out.toString()));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--model-dir", folder.toString()));
    return Cli.run(all.toArray(String[]::new));
  }

  @Test
  void list_shows_each_model_with_all_that_decides_about_it() {
    Cli.Result result = models("list");
    assertEquals(0, result.status(), result.errors());
    for (String part :
        List.of(
            "retinaface ",
            "embedded",
            "w600k_r50 ",
            "174.4 MB",
            "no: faces models fetch w600k_r50",
            "also called  scrfd",
            "InsightFace model zoo, non-commercial research only",
            "4c06341c33c2ca1f86781dab0e829f88ad5b64be9fba56e56bc9ebdefc619e43",
            "of 2,400 LFW pairs",
            "Mine ",
            folder.toString())) {
      assertTrue(result.output().contains(part), part + " in " + result.output());
    }
    long lines = models("list", "--short").output().lines().count();
    assertEquals(1 + 16 + 1, lines);
  }

  @Test
  void fetched_checked_and_used() throws IOException {
    assertTrue(models("list").output().contains("no: faces models fetch Mine"));
    Cli.Result missing = extract("--model", "Mine");
    assertEquals(2, missing.status());
    assertTrue(missing.errors().contains("faces models fetch Mine"), missing.errors());

    Cli.Result fetched = models("fetch", "Mine");
    assertEquals(0, fetched.status(), fetched.errors());
    assertEquals("Mine is fetched: " + folder + "\n", fetched.output().replace("\r", ""));
    assertEquals("", fetched.errors(), "no progress bar in a pipe");
    assertArrayEquals(published, Files.readAllBytes(folder.resolve("mine.onnx")));
    assertTrue(models("fetch", "Mine").output().startsWith("Mine is there"));
    assertEquals(0, models("fetch", "Mine", "--offline").status());
    assertEquals(List.of("/a/mine.onnx"), requests);

    Cli.Result used = extract("--model", "Mine");
    assertEquals(0, used.status(), used.errors());
    assertTrue(used.output().startsWith("5 images, 4 faces, 3 people"), used.output());
  }

  @Test
  void verify_names_what_is_damaged() throws IOException {
    Files.write(folder.resolve("mine.onnx"), published);
    Files.write(folder.resolve("research.onnx"), published);
    Cli.Result good = models("verify");
    assertEquals(0, good.status(), good.errors());
    assertEquals("8 models checked, 0 damaged", good.output().trim());

    published[12345] ^= 1;
    Files.write(folder.resolve("research.onnx"), published);
    Cli.Result bad = models("verify");
    assertEquals(1, bad.status());
    assertEquals("8 models checked, 1 damaged", bad.output().trim());
    assertTrue(bad.errors().contains("the model Research is damaged"), bad.errors());
    assertFalse(bad.errors().contains("Mine"), bad.errors());
  }

  @Test
  void a_licence_against_commercial_use_is_accepted_once_for_a_folder() {
    Cli.Result asked = models("fetch", "Research");
    assertEquals(2, asked.status());
    assertTrue(asked.errors().contains("for research only"), asked.errors());
    assertTrue(asked.errors().contains("--accept-licence"), asked.errors());
    assertEquals(List.of(), requests);

    assertEquals(0, models("fetch", "Research", "--accept-licence").status());
    assertTrue(Files.exists(folder.resolve("Research.licence-accepted")));
    assertEquals(0, extract("--model", "Research").status());
  }

  @Test
  void a_model_that_lies_there_without_acceptance_is_asked_about() throws IOException {
    Files.write(folder.resolve("research.onnx"), published);
    Cli.Result asked = extract("--model", "Research");
    assertEquals(2, asked.status());
    assertTrue(asked.errors().contains("fetch Research --accept-licence"), asked.errors());
    assertEquals(0, extract("--model", "Research", "--accept-licence").status());
    assertFalse(Files.exists(folder.resolve("Research.licence-accepted")), "for this run only");
    assertEquals(0, models("fetch", "Research", "--accept-licence", "--offline").status());
    assertEquals(0, extract("--model", "Research").status());
    assertEquals(List.of(), requests);
  }

  @Test
  void a_mirror_stands_for_the_publisher_and_wrong_bytes_are_status_1() {
    Cli.Result result = models("fetch", "yunet", "--mirror", host + "/mirror");
    assertEquals(1, result.status());
    assertEquals(
        List.of(
            "/mirror/opencv/opencv_zoo/raw/main/models/face_detection_yunet/"
                + "face_detection_yunet_2023mar.onnx"),
        requests);
    assertTrue(result.errors().contains("yunet was not fetched"), result.errors());
    assertTrue(
        result.errors().contains("set a mirror, or download https://github.com"), result.errors());
    assertFalse(Files.exists(folder.resolve("face_detection_yunet_2023mar.onnx")));
  }

  @Test
  void offline_says_what_to_do_by_hand() {
    Cli.Result result = models("fetch", "w600k_r50", "--offline", "--accept-licence");
    assertEquals(1, result.status());
    assertTrue(result.errors().contains("nothing is fetched offline"), result.errors());
    assertTrue(
        result
            .errors()
            .contains(
                "unpack w600k_r50.onnx from https://github.com/deepinsight/insightface/releases/"
                    + "download/v0.7/buffalo_l.zip to "
                    + folder.resolve("w600k_r50.onnx")),
        result.errors());
  }

  @Test
  void wrong_usage_is_status_2() {
    List<List<String>> wrong =
        List.of(
            List.of(),
            List.of("fetch"),
            List.of("fetch", "nobody"),
            List.of("fetch", "Mine", "--mirror", "ftp://host"),
            List.of("fetch", "Mine", "--mirror", "host"),
            List.of("verify", "Mine"));
    for (List<String> arguments : wrong) {
      Cli.Result result = models(arguments.toArray(String[]::new));
      assertEquals(2, result.status(), arguments + ": " + result.errors());
      assertFalse(result.errors().isBlank(), arguments.toString());
    }
    assertEquals(6, wrong.size());
    assertTrue(models("fetch", "nobody").errors().contains("there are retinaface"));
  }
}
