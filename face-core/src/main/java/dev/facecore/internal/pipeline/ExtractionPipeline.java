package dev.facecore.internal.pipeline;

import dev.facecore.Deadline;
import dev.facecore.Extraction;
import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageAnalysis;
import dev.facecore.ImageSource;
import dev.facecore.Person;
import dev.facecore.StageTimes;
import dev.facecore.StageTimes.Stage;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.FaceEmbedder;
import dev.facecore.stage.Picture;
import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The stages in their order. Batches hold the read lock while they run, so that closing waits for
 * them.
 */
public final class ExtractionPipeline implements FaceExtractor {
  private final FaceDetector detector;
  private final FaceEmbedder embedder;
  private final Workers workers;
  private final String settings;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  /** Takes over both models: closing this closes them. */
  public ExtractionPipeline(
      PictureReader reader,
      FaceDetector detector,
      FaceEmbedder embedder,
      BiConsumer<Picture, ImageAnalysis> viewer,
      int threads,
      int maxFaces) {
    this.detector = detector;
    this.embedder = embedder;
    this.workers = new Workers(reader, detector, embedder, viewer, threads, maxFaces);
    this.settings = "threads=" + threads + ", " + reader + ", maxFaces=" + maxFaces;
  }

  @Override
  public Extraction extract(
      List<ImageSource> images, ExtractionOptions options, Deadline deadline) {
    requireAll(images);
    List<ImageAnalysis> analyses = new ArrayList<>(images.size());
    analyze(images, options, deadline, analyses::add);
    double similarity = options.threshold().similarity(embedder.thresholds());
    List<Face> faces = analyses.stream().flatMap(image -> image.faces().stream()).toList();
    long start = System.nanoTime();
    FaceDeduplicator groups =
        FaceDeduplicator.of(options.dedup(), similarity, options.samePhotoDistinct())
            .withReadability(embedder.readability());
    List<Person> people = groups.group(faces);
    StageTimes dedup =
        StageTimes.NONE.with(Stage.DEDUP, Duration.ofNanos(System.nanoTime() - start));
    StageTimes times = analyses.stream().map(ImageAnalysis::times).reduce(dedup, StageTimes::plus);
    return Extraction.of(people, analyses, similarity, embedder.thresholds())
        .withReadability(groups.readability())
        .withTimes(times);
  }

  @Override
  public ImageAnalysis analyze(ImageSource image, ExtractionOptions options) {
    List<ImageAnalysis> only = new ArrayList<>(1);
    requireImage("image", image);
    analyze(List.of(image), options, Deadline.unlimited(), only::add);
    only.get(0)
        .failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
    return only.get(0);
  }

  @Override
  public void analyze(
      Iterable<ImageSource> images,
      ExtractionOptions options,
      Deadline deadline,
      Consumer<ImageAnalysis> next) {
    lock.readLock().lock();
    try {
      if (closed) throw new IllegalStateException("this FaceExtractor is closed");
      deadline.check();
      workers.run(images, options, deadline.child(), next);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void warmUp() {
    lock.readLock().lock();
    try {
      if (closed) throw new IllegalStateException("this FaceExtractor is closed");
      WarmUp.run(detector, embedder);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public String detector() {
    return detector.name();
  }

  @Override
  public String embedder() {
    return embedder.name();
  }

  @Override
  public String model() {
    return embedder.model();
  }

  @Override
  public ThresholdTable thresholds() {
    return embedder.thresholds();
  }

  @Override
  public Readability readability() {
    return embedder.readability();
  }

  @Override
  public void close() {
    // A thread cannot wait for itself: the lock would never be had.
    if (lock.getReadHoldCount() > 0) {
      throw new IllegalStateException("a FaceExtractor must not be closed from within its work");
    }
    lock.writeLock().lock();
    try {
      if (closed) return;
      closed = true;
      workers.close();
      closeModels();
    } finally {
      lock.writeLock().unlock();
    }
  }

  // Before any work: the caller of a batch has nothing of it if it fails in the middle.
  private static void requireAll(List<ImageSource> images) {
    int index = 0;
    for (ImageSource image : images) requireImage("images[" + index++ + "]", image);
  }

  private static void requireImage(String name, ImageSource image) {
    Objects.requireNonNull(image, () -> name + " must not be null");
  }

  private void closeModels() {
    try {
      detector.close();
    } finally {
      embedder.close();
    }
  }

  /** The names of both models and the settings of the builder. */
  @Override
  public String toString() {
    return "FaceExtractor[" + detector() + ", " + model() + ", " + settings + "]";
  }
}
