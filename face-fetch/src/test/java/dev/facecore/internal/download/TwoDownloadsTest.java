package dev.facecore.internal.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.fetch.DownloadOptions;
import dev.facecore.internal.models.ModelFile;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of several that want the same file at once, one fetches it. */
class TwoDownloadsTest {
  private static final byte[] CONTENT = Downloads.content(300_000);

  @TempDir Path folder;

  @Test
  void threads_fetch_once_and_the_others_are_told_that_they_wait() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (ScriptedServer server = server(waiting)) {
      Callable<Boolean> fetch =
          () ->
              new Downloader(Optional.empty(), telling(waiting), Downloads.IMPATIENT)
                  .fetch(file(server.address("/model.onnx")), folder);
      List<Boolean> fetched = new ArrayList<>();
      for (Future<Boolean> result : threads.invokeAll(List.of(fetch, fetch))) {
        fetched.add(result.get());
      }
      assertTrue(fetched.contains(true) && fetched.contains(false), fetched.toString());
      assertEquals(1, server.requests().size());
      assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("model.onnx")));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void processes_fetch_once() throws Exception {
    try (ScriptedServer server = server(new CountDownLatch(0))) {
      List<Process> processes = new ArrayList<>();
      // Both wait for this lock, so that neither has fetched before the other has started.
      try (FileChannel lock =
          FileChannel.open(
              folder.resolve(".fetch.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock.lock();
        for (int i = 0; i < 2; i++) processes.add(fetchElsewhere(server.address("/model.onnx")));
        for (Process process : processes) {
          assertEquals("waiting", process.inputReader().readLine());
        }
        assertEquals(0, server.requests().size());
      }
      List<String> results = new ArrayList<>();
      for (Process process : processes) {
        results.add(process.inputReader().readLine());
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
      }
      results.sort(null);
      assertEquals(List.of("false", "true"), results);
      assertEquals(1, server.requests().size());
      assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("model.onnx")));
    }
  }

  @Test
  void the_lock_of_a_program_that_died_holds_nobody_up() throws Exception {
    Files.createFile(folder.resolve(".fetch.lock"));
    try (ScriptedServer server = server(new CountDownLatch(0))) {
      assertTrue(Downloads.downloader().fetch(file(server.address("/model.onnx")), folder));
    }
  }

  private static DownloadOptions.Progress telling(CountDownLatch waiting) {
    return new DownloadOptions.Progress() {
      @Override
      public void received(long bytes, OptionalLong total) {}

      @Override
      public void waiting() {
        waiting.countDown();
      }
    };
  }

  private static ScriptedServer server(CountDownLatch someoneWaits) throws IOException {
    return new ScriptedServer(
        (request, out) -> {
          assertTrue(someoneWaits.await(20, TimeUnit.SECONDS));
          ScriptedServer.serve(request, out, CONTENT, "\"v1\"", Integer.MAX_VALUE);
        });
  }

  private static ModelFile file(URI address) {
    return Downloads.file(CONTENT, address.toString());
  }

  private Process fetchElsewhere(URI address) throws IOException {
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            Elsewhere.class.getName(),
            address.toString(),
            folder.toString());
    // The class path goes through the environment: on a command line it may be too long.
    program
        .environment()
        .put(
            "CLASSPATH",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    return program.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Another program: prints that it waits, and then whether it fetched. */
  static final class Elsewhere {
    private Elsewhere() {}

    public static void main(String[] arguments) throws Exception {
      DownloadOptions.Progress progress =
          new DownloadOptions.Progress() {
            @Override
            public void received(long bytes, OptionalLong total) {}

            @Override
            public void waiting() {
              System.out.println("waiting");
            }
          };
      Downloader downloader = new Downloader(Optional.empty(), progress, Patience.DEFAULT);
      System.out.println(downloader.fetch(file(URI.create(arguments[0])), Path.of(arguments[1])));
    }
  }
}
