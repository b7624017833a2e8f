package dev.facecore.internal.pipeline;

import dev.facecore.Deadline;
import dev.facecore.ExtractionOptions;
import dev.facecore.ImageAnalysis;
import dev.facecore.ImageException;
import dev.facecore.ImageSource;
import dev.facecore.StageTimes.Stage;
import dev.facecore.internal.onnx.IdleCores;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.FaceEmbedder;
import dev.facecore.stage.Picture;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Who runs where: a fixed set of threads works on pictures, so that at most as many are decoded at
 * once; loading that waits for something else has threads of its own. Thread-safe: batches share
 * the threads, those for fetching fairly.
 */
final class Workers implements AutoCloseable {
  /**
   * How many blocking sources are loaded, or loaded and not yet decoded, at once over all batches.
   */
  private static final int FETCHING = 32;

  private final PictureReader reader;
  private final PictureAnalyzer analyzer;
  private final int threads;
  private final int maxFaces;
  private final ThreadPoolExecutor working;
  private final FairThreads fetching;

  Workers(
      PictureReader reader,
      FaceDetector detector,
      FaceEmbedder embedder,
      BiConsumer<Picture, ImageAnalysis> viewer,
      int threads,
      int maxFaces) {
    this.reader = reader;
    this.threads = threads;
    this.maxFaces = maxFaces;
    this.working =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            named("face-worker-"));
    this.analyzer = new PictureAnalyzer(detector, embedder, viewer, new Spread(working));
    this.fetching = new FairThreads(FETCHING, named("face-fetcher-"));
  }

  /** Runs one batch; encoded pictures read ahead are bounded by the number of threads. */
  void run(
      Iterable<ImageSource> images,
      ExtractionOptions options,
      Deadline job,
      Consumer<ImageAnalysis> next) {
    Iterator<ImageSource> sources = images.iterator();
    Batch batch = new Batch(options, job, new FaceCount(maxFaces));
    Iterator<CompletableFuture<ImageAnalysis>> work =
        new Iterator<>() {
          private int index;

          @Override
          public boolean hasNext() {
            return sources.hasNext();
          }

          @Override
          public CompletableFuture<ImageAnalysis> next() {
            ImageSource source =
                Objects.requireNonNull(
                    sources.next(), () -> "images[" + index + "] must not be null");
            return submit(index++, source, batch);
          }
        };
    new OrderedBatch(2 * threads + FETCHING / 2, job).run(work, next);
  }

  /** What all pictures of one call share. */
  private record Batch(ExtractionOptions options, Deadline job, FaceCount faces) {}

  private CompletableFuture<ImageAnalysis> submit(int index, ImageSource source, Batch batch) {
    Deadline job = batch.job();
    if (!source.blocks()) {
      return CompletableFuture.supplyAsync(() -> analyze(load(index, source, job), batch), working);
    }
    // The place is held while the encoded picture waits to be decoded: that bounds them too.
    FairThreads.Place place = fetching.place(job);
    return CompletableFuture.supplyAsync(() -> load(index, source, job), place)
        .whenComplete(
            (loaded, failure) -> {
              if (failure != null || loaded.failure().isPresent()) place.close();
            })
        .thenApplyAsync(
            loaded -> {
              place.close();
              return analyze(loaded, batch);
            },
            working);
  }

  private LoadedPicture load(int index, ImageSource source, Deadline job) {
    job.check();
    StageClock clock = new StageClock();
    ImageException failure;
    try {
      LoadedImage image = clock.time(Stage.LOAD, () -> reader.load(source, job));
      return LoadedPicture.of(index, source.name(), clock, image);
    } catch (ImageException e) {
      failure = e;
    } catch (OutOfMemoryError e) {
      failure =
          new ImageException(
              "There is not enough memory to read the image; send a smaller one.", e);
    }
    return LoadedPicture.notLoaded(index, source.name(), clock, failure);
  }

  private ImageAnalysis analyze(LoadedPicture loaded, Batch batch) {
    batch.job().check();
    return loaded
        .failure()
        .map(loaded::failed)
        .orElseGet(
            () ->
                IdleCores.lend(
                    this::coresOfOne,
                    () -> analyzer.analyze(loaded, batch.options(), batch.faces(), batch.job())));
  }

  // A guess that may be outdated at once: who comes then waits for a run of a network to end.
  private int coresOfOne() {
    boolean alone = working.getQueue().isEmpty() && working.getActiveCount() == 1;
    return alone ? threads : 1;
  }

  private static ThreadFactory named(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public void close() {
    working.shutdown();
    fetching.close();
  }
}
