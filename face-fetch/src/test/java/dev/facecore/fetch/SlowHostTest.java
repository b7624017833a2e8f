package dev.facecore.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpServer;
import dev.facecore.Deadline;
import dev.facecore.Embedding;
import dev.facecore.Extraction;
import dev.facecore.ExtractionOptions;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.stage.AlignedFace;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.FaceEmbedder;
import dev.facecore.stage.Picture;
import dev.facecore.stage.ThresholdTable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Batches whose addresses never answer do not hold up a batch whose address does. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowHostTest {
  private static final int BATCHES = 3;
  private static final int ADDRESSES = 100;
  private static final int LONGER_THAN_ANY_ANSWER = 10;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Semaphore connections = new Semaphore(0);
  private final Deadline end = Deadline.unlimited();
  private final SafeFetcher fetcher = SafeFetcher.builder().allowPrivateAddresses(true).build();
  private final FaceExtractor extractor =
      FaceExtractor.builder()
          .detector(new FindsNothing())
          .embedder(new EmbedsNothing())
          .threads(2)
          .build();
  private ServerSocket silent;
  private HttpServer good;

  @BeforeEach
  void start() throws IOException {
    silent = new ServerSocket(0, 500);
    threads.execute(this::acceptAndSayNothing);
    good = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB), "png", encoded);
    byte[] png = encoded.toByteArray();
    good.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, png.length);
          exchange.getResponseBody().write(png);
          exchange.close();
        });
    good.start();
  }

  @AfterEach
  void stop() throws IOException {
    silent.close();
    for (Socket socket : open) socket.close();
    good.stop(0);
    extractor.close();
    fetcher.close();
    threads.shutdownNow();
  }

  @Test
  void three_batches_of_a_slow_host_leave_the_others_their_places() throws Exception {
    assertOthersGoOn(i -> "127.0.0.1");
  }

  @Test
  void three_batches_of_many_slow_hosts_leave_the_others_their_places() throws Exception {
    assertOthersGoOn(i -> "127.0.0." + (2 + i));
  }

  @Test
  void a_batch_with_addresses_of_a_slow_host_leaves_another_its_place_there() throws Exception {
    CompletableFuture<?> slow = batch(i -> "127.0.0.1", silent.getLocalPort(), ADDRESSES, end);
    connections.acquire(6);
    // The same host, another port: the places are for the host.
    CompletableFuture<Extraction> other =
        batch(i -> "127.0.0.1", good.getAddress().getPort(), 1, Deadline.unlimited());
    assertEquals(0, other.get(LONGER_THAN_ANY_ANSWER, TimeUnit.SECONDS).failures().size());
    assertFalse(slow.isDone());
    end.cancel();
    slow.handle((nothing, stopped) -> null).join();
  }

  private void assertOthersGoOn(IntFunction<String> host) throws Exception {
    List<CompletableFuture<Extraction>> slow = new ArrayList<>();
    for (int i = 0; i < BATCHES; i++) {
      slow.add(batch(host, silent.getLocalPort(), ADDRESSES, end));
    }
    connections.acquire(6);
    for (int round = 0; round < 5; round++) {
      CompletableFuture<Extraction> other =
          batch(i -> "localhost", good.getAddress().getPort(), 3, Deadline.unlimited());
      assertEquals(0, other.get(LONGER_THAN_ANY_ANSWER, TimeUnit.SECONDS).failures().size());
    }
    for (CompletableFuture<?> one : slow) assertFalse(one.isDone());
    end.cancel();
    for (CompletableFuture<?> one : slow) one.handle((nothing, stopped) -> null).join();
  }

  private CompletableFuture<Extraction> batch(
      IntFunction<String> host, int port, int count, Deadline deadline) {
    List<ImageSource> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      images.add(fetcher.source("http://" + host.apply(i) + ":" + port + "/" + i));
    }
    return CompletableFuture.supplyAsync(
        () -> extractor.extract(images, ExtractionOptions.DEFAULTS, deadline), threads);
  }

  private void acceptAndSayNothing() {
    while (!silent.isClosed()) {
      try {
        open.add(silent.accept());
        connections.release();
      } catch (IOException e) {
        return; // the test is over
      }
    }
  }

  private static final class FindsNothing implements FaceDetector {
    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public List<Detection> detect(Picture picture, int detectionSize, Deadline deadline) {
      return List.of();
    }

    @Override
    public void close() {}
  }

  private static final class EmbedsNothing implements FaceEmbedder {
    @Override
    public String model() {
      return "nothing";
    }

    @Override
    public Embedding embed(AlignedFace face, Deadline deadline) {
      throw new AssertionError("there is no face");
    }

    @Override
    public double quality(Embedding embedding) {
      return 0;
    }

    @Override
    public ThresholdTable thresholds() {
      return new ThresholdTable(model(), "none", List.of());
    }

    @Override
    public void close() {}
  }
}
