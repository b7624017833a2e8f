package dev.facecore.internal.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.internal.models.ModelFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plain file from servers that are good, bad and hostile. */
class DownloaderTest {
  private static final byte[] CONTENT = Downloads.content(300_000);
  private static final byte[] OTHER = Downloads.content(300_001);
  private static final String TAG = "\"v1\"";
  private static final int ALL = Integer.MAX_VALUE;

  @TempDir Path folder;

  @Test
  void a_file_arrives_whole_and_leaves_nothing_beside_it() throws Exception {
    try (ScriptedServer server = new ScriptedServer(DownloaderTest::good)) {
      assertTrue(fetch(server));
      assertArrayEquals(CONTENT, Files.readAllBytes(target()));
      assertEquals(List.of(".fetch.lock", "model.onnx"), Downloads.names(folder));
    }
  }

  @Test
  void a_file_that_is_there_is_not_fetched_again() throws Exception {
    Files.write(target(), CONTENT);
    try (ScriptedServer server = new ScriptedServer(DownloaderTest::good)) {
      assertFalse(fetch(server));
      assertEquals(0, server.requests().size());
    }
  }

  @Test
  void a_damaged_file_is_replaced() throws Exception {
    Files.write(target(), OTHER);
    try (ScriptedServer server = new ScriptedServer(DownloaderTest::good)) {
      assertTrue(fetch(server));
      assertArrayEquals(CONTENT, Files.readAllBytes(target()));
    }
  }

  @Test
  void connections_that_are_cut_are_gone_on_with() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            (request, out) -> {
              ScriptedServer.serve(request, out, CONTENT, TAG, 70_000);
              cut(out, Math.min(request.start() + 70_000, CONTENT.length));
            })) {
      assertTrue(fetch(server));
      assertArrayEquals(CONTENT, Files.readAllBytes(target()));
      List<Integer> starts = server.starts();
      assertEquals(5, starts.size(), starts.toString());
      for (int i = 0; i < 5; i++) assertEquals(i * 70_000, starts.get(i));
      assertEquals(TAG, server.requests().get(4).headers().get("if-range"));
    }
  }

  @Test
  void a_server_that_brings_nothing_more_is_given_up_and_what_came_is_kept() throws Exception {
    ScriptedServer.Script script =
        (request, out) -> {
          ScriptedServer.serve(request, out, CONTENT, TAG, request.start() == 0 ? 100_000 : 0);
          cut(out, 100_000);
        };
    try (ScriptedServer server = new ScriptedServer(script)) {
      assertTrue(fails(server).contains("the connection broke off"));
      assertEquals(1 + Downloads.IMPATIENT.attempts(), server.requests().size());
      assertFalse(Files.exists(target()));
      assertEquals(100_000, Files.size(folder.resolve("model.onnx.part")));
    }
    try (ScriptedServer another = new ScriptedServer(DownloaderTest::good)) {
      assertTrue(fetch(another));
      assertEquals(List.of(0), another.starts(), "another address may have another version");
    }
  }

  @Test
  void what_a_program_left_when_it_died_is_gone_on_with() throws Exception {
    try (ScriptedServer server = new ScriptedServer(DownloaderTest::good)) {
      leave(server, Arrays.copyOf(CONTENT, 123_456), TAG);
      assertTrue(fetch(server));
      assertArrayEquals(CONTENT, Files.readAllBytes(target()));
      assertEquals(List.of(123_456), server.starts());
    }
  }

  @Test
  void what_was_left_whole_needs_no_byte_more() throws Exception {
    try (ScriptedServer server = new ScriptedServer(DownloaderTest::good)) {
      leave(server, CONTENT, TAG);
      assertTrue(fetch(server));
      assertArrayEquals(CONTENT, Files.readAllBytes(target()));
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void what_was_left_too_long_is_started_anew() throws Exception {
    try (ScriptedServer server = new ScriptedServer(DownloaderTest::good)) {
      leave(server, OTHER, TAG);
      assertTrue(fetch(server));
      assertArrayEquals(CONTENT, Files.readAllBytes(target()));
      assertEquals(List.of(300_001, 0), server.starts());
    }
  }

  @Test
  void what_was_left_of_another_version_is_started_anew() throws Exception {
    try (ScriptedServer server = new ScriptedServer(DownloaderTest::good)) {
      leave(server, Arrays.copyOf(OTHER, 1000), "\"v0\"");
      assertTrue(fetch(server));
      assertArrayEquals(CONTENT, Files.readAllBytes(target()));
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void what_was_left_without_a_version_is_started_anew() throws Exception {
    Files.write(folder.resolve("model.onnx.part"), Arrays.copyOf(OTHER, 1000));
    try (ScriptedServer server = new ScriptedServer(DownloaderTest::good)) {
      assertTrue(fetch(server));
      assertEquals(List.of(0), server.starts());
    }
  }

  @Test
  void two_versions_glued_together_are_noticed_and_fetched_once_more() throws Exception {
    ScriptedServer.Script careless =
        (request, out) -> {
          int start = request.start();
          if (start == 0) {
            good(request, out);
            return;
          }
          ScriptedServer.head(
              out,
              "206 Partial Content",
              "Content-Length: " + (CONTENT.length - start),
              "Content-Range: bytes " + start + "-299999/300000");
          out.write(CONTENT, start, CONTENT.length - start);
        };
    try (ScriptedServer server = new ScriptedServer(careless)) {
      leave(server, Arrays.copyOf(OTHER, 1000), "\"v0\"");
      assertTrue(fetch(server));
      assertArrayEquals(CONTENT, Files.readAllBytes(target()));
      assertEquals(List.of(1000, 0), server.starts());
    }
  }

  @Test
  void a_server_that_knows_no_ranges_is_asked_from_the_start() throws Exception {
    ScriptedServer.Script plain =
        (request, out) -> {
          ScriptedServer.head(out, "200 OK", "ETag: " + TAG, "Content-Length: 300000");
          thousandThenAll(request, out);
        };
    try (ScriptedServer server = new ScriptedServer(plain)) {
      assertTrue(fetch(server));
      assertArrayEquals(CONTENT, Files.readAllBytes(target()));
      assertEquals(List.of(0, 1000), server.starts());
    }
  }

  @Test
  void without_a_strong_version_nothing_is_gone_on_with() throws Exception {
    for (String version : List.of("ETag: W/\"weak\"", "Server: nameless")) {
      ScriptedServer.Script script =
          (request, out) -> {
            ScriptedServer.head(out, "200 OK", version, "Content-Length: 300000");
            thousandThenAll(request, out);
          };
      try (ScriptedServer server = new ScriptedServer(script)) {
        assertTrue(fetch(server));
        assertEquals(List.of(0, 0), server.starts(), version);
        Files.delete(target());
      }
    }
  }

  @Test
  void a_date_is_a_version_too() throws Exception {
    String date = "Wed, 21 Oct 2026 07:28:00 GMT";
    ScriptedServer.Script script =
        (request, out) -> {
          if (request.number() > 1) {
            assertEquals(date, request.headers().get("if-range"));
          }
          ScriptedServer.head(out, "200 OK", "Last-Modified: " + date, "Content-Length: 300000");
          thousandThenAll(request, out);
        };
    try (ScriptedServer server = new ScriptedServer(script)) {
      assertTrue(fetch(server));
      assertEquals(List.of(0, 1000), server.starts());
    }
  }

  @Test
  void a_body_that_stalls_is_cut_and_gone_on_with() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    ScriptedServer.Script script =
        (request, out) -> {
          boolean stalls = request.number() == 1;
          ScriptedServer.serve(request, out, CONTENT, TAG, stalls ? 5000 : ALL);
          out.flush();
          if (stalls) over.await();
        };
    try (ScriptedServer server = new ScriptedServer(script)) {
      assertTrue(fetch(server));
      assertArrayEquals(CONTENT, Files.readAllBytes(target()));
      assertEquals(List.of(0, 5000), server.starts());
    } finally {
      over.countDown();
    }
  }

  @Test
  void a_server_that_takes_the_question_and_never_answers_is_given_up() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (ScriptedServer server = new ScriptedServer((request, out) -> over.await())) {
      assertTrue(fails(server).contains("does not answer"));
      assertEquals(Downloads.IMPATIENT.attempts(), server.requests().size());
    } finally {
      over.countDown();
    }
  }

  @Test
  void a_length_that_is_a_lie_is_found_out() throws Exception {
    for (int announced : new int[] {100, 299_999}) {
      ScriptedServer.Script tooShort =
          (request, out) -> {
            if (request.start() > 0) {
              good(request, out);
              return;
            }
            ScriptedServer.head(out, "200 OK", "ETag: " + TAG, "Content-Length: " + announced);
            out.write(CONTENT);
          };
      try (ScriptedServer server = new ScriptedServer(tooShort)) {
        assertTrue(fetch(server));
        assertArrayEquals(CONTENT, Files.readAllBytes(target()));
        assertEquals(List.of(0, announced), server.starts());
        Files.delete(target());
      }
    }
  }

  @Test
  void more_than_the_catalogue_says_is_refused_announced_or_not() throws Exception {
    ScriptedServer.Script announced =
        (request, out) -> ScriptedServer.serve(request, out, OTHER, TAG, ALL);
    ScriptedServer.Script silent =
        (request, out) -> {
          ScriptedServer.head(out, "200 OK");
          for (int i = 0; i < 1000; i++) out.write(OTHER);
        };
    for (ScriptedServer.Script script : List.of(announced, silent)) {
      try (ScriptedServer server = new ScriptedServer(script)) {
        assertTrue(fails(server).contains("more than the 300000 bytes"));
        assertEquals(1, server.requests().size());
        assertFalse(Files.exists(target()));
      }
    }
  }

  @Test
  void a_body_without_a_length_counts_as_whole_when_it_has_all_bytes() throws Exception {
    ScriptedServer.Script script =
        (request, out) -> {
          ScriptedServer.head(out, "200 OK");
          thousandThenAll(request, out);
        };
    try (ScriptedServer server = new ScriptedServer(script)) {
      assertTrue(fetch(server));
      assertEquals(2, server.requests().size());
    }
  }

  @Test
  void wrong_bytes_never_get_the_name() throws Exception {
    byte[] wrong = CONTENT.clone();
    wrong[200_000] ^= 1;
    try (ScriptedServer server =
        new ScriptedServer((request, out) -> ScriptedServer.serve(request, out, wrong, TAG, ALL))) {
      assertTrue(fails(server).contains("is another file: its SHA-256 is "));
      assertEquals(1, server.requests().size());
      assertEquals(List.of(".fetch.lock"), Downloads.names(folder));
    }
  }

  @Test
  void an_answer_that_will_not_change_is_final() throws Exception {
    for (String status : List.of("404 Not Found", "403 Forbidden", "204 No Content", "410 Gone")) {
      try (ScriptedServer server =
          new ScriptedServer((request, out) -> ScriptedServer.head(out, status))) {
        String message = fails(server);
        assertTrue(message.contains("status " + status.substring(0, 3)), message);
        assertEquals(1, server.requests().size(), status);
      }
    }
  }

  @Test
  void an_answer_that_will_pass_is_asked_for_again() throws Exception {
    for (String status : List.of("503 Busy", "500 Oops", "429 Slow down", "408 Timeout")) {
      ScriptedServer.Script script =
          (request, out) -> {
            if (request.number() < 3) ScriptedServer.head(out, status, "Content-Length: 0");
            else good(request, out);
          };
      try (ScriptedServer server = new ScriptedServer(script)) {
        assertTrue(fetch(server), status);
        assertEquals(3, server.requests().size(), status);
        Files.delete(target());
      }
    }
  }

  @Test
  void the_middle_of_the_file_is_not_taken_for_its_start() throws Exception {
    ScriptedServer.Script script =
        (request, out) -> {
          ScriptedServer.head(
              out, "206 Partial Content", "Content-Length: 5", "Content-Range: bytes 7-11/300000");
          out.write(CONTENT, 7, 5);
        };
    try (ScriptedServer server = new ScriptedServer(script)) {
      assertTrue(fails(server).contains("status 206"));
    }
  }

  @Test
  void redirections_are_followed_and_keep_the_range() throws Exception {
    ScriptedServer.Script script =
        (request, out) -> {
          if (request.path().equals("/model.onnx")) {
            ScriptedServer.head(out, "302 Found", "Location: /elsewhere", "Content-Length: 0");
          } else {
            ScriptedServer.serve(request, out, CONTENT, TAG, 200_000);
            cut(out, Math.min(request.start() + 200_000, CONTENT.length));
          }
        };
    try (ScriptedServer server = new ScriptedServer(script)) {
      assertTrue(fetch(server));
      assertEquals(List.of(0, 0, 200_000, 200_000), server.starts());
    }
  }

  @Test
  void redirections_in_a_circle_end() throws Exception {
    ScriptedServer.Script script =
        (request, out) ->
            ScriptedServer.head(out, "302 Found", "Location: /model.onnx", "Content-Length: 0");
    try (ScriptedServer server = new ScriptedServer(script)) {
      assertFalse(fails(server).isBlank());
      assertTrue(server.requests().size() < 40, server.requests().size() + " requests");
    }
  }

  @Test
  void what_is_no_http_is_no_answer() throws Exception {
    ScriptedServer.Script script =
        (request, out) -> out.write("hello\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    try (ScriptedServer server = new ScriptedServer(script)) {
      assertTrue(fails(server).contains("does not answer"));
    }
  }

  @Test
  void nobody_at_the_address_is_said_so() throws Exception {
    ScriptedServer gone = new ScriptedServer(DownloaderTest::good);
    gone.close();
    assertTrue(fails(gone).contains("127.0.0.1 cannot be reached"));
  }

  @Test
  void a_folder_that_cannot_be_is_said_so() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    try (ScriptedServer server = new ScriptedServer(DownloaderTest::good)) {
      assertThrows(IOException.class, () -> Downloads.downloader().fetch(file(server), file));
      assertEquals(0, server.requests().size());
    }
  }

  private static void good(ScriptedServer.Request request, OutputStream out) throws IOException {
    ScriptedServer.serve(request, out, CONTENT, TAG, ALL);
  }

  /** Ends an answer early, as soon as the other side has kept so much. */
  private void cut(OutputStream out, long kept) throws IOException, InterruptedException {
    out.flush();
    if (kept < CONTENT.length) Downloads.awaitStored(folder, kept);
  }

  private void thousandThenAll(ScriptedServer.Request request, OutputStream out)
      throws IOException, InterruptedException {
    out.write(CONTENT, 0, request.number() == 1 ? 1000 : CONTENT.length);
    cut(out, request.number() == 1 ? 1000 : CONTENT.length);
  }

  private void leave(ScriptedServer server, byte[] bytes, String version) throws IOException {
    PartialFile part = new PartialFile(target());
    part.restart(server.address("/model.onnx"), Optional.of(version));
    Files.write(part.path(), bytes);
  }

  private Path target() {
    return folder.resolve("model.onnx");
  }

  private static ModelFile file(ScriptedServer server) {
    return Downloads.file(CONTENT, server.address("/model.onnx").toString());
  }

  private boolean fetch(ScriptedServer server) throws Exception {
    return Downloads.downloader().fetch(file(server), folder);
  }

  private String fails(ScriptedServer server) {
    return assertThrows(IOException.class, () -> fetch(server)).getMessage();
  }
}
