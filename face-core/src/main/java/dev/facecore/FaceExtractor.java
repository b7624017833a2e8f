package dev.facecore;

import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the distinct people in photographs.
 *
 * <p>Thread-safe: build once, share, close at the end. The same bytes give the same faces for any
 * number of threads, in any order, alone or in a batch. Nothing is stored and nothing is sent.
 */
public interface FaceExtractor extends AutoCloseable {
  /**
   * With the embedded models on all cores.
   *
   * @throws ModelException if the artifact {@code face-models} is missing or damaged
   */
  static FaceExtractor create() {
    return builder().build();
  }

  /** To choose models, threads and limits. */
  static FaceExtractorBuilder builder() {
    return new FaceExtractorBuilder();
  }

  /** The people of a batch, with {@link ExtractionOptions#DEFAULTS} and no time limit. */
  default Extraction extract(List<ImageSource> images) {
    return extract(images, ExtractionOptions.DEFAULTS, Deadline.none());
  }

  /**
   * The people of a batch. A picture that cannot be read, or on which native code fails, does not
   * fail the others: {@link Extraction#failures}.
   *
   * @throws DeadlineException if the deadline passes
   * @throws IllegalStateException if this extractor is closed
   */
  Extraction extract(List<ImageSource> images, ExtractionOptions options, Deadline deadline);

  /**
   * The faces of one picture, with {@link ExtractionOptions#DEFAULTS}; its index is 0.
   *
   * @throws ImageException if the picture cannot be had or read
   */
  ImageAnalysis analyze(ImageSource image);

  /**
   * The faces of many pictures in bounded memory: each is handed over as soon as all before it
   * were, from the calling thread, in the order given. The group-wise options are not used.
   *
   * @param images read as the work goes on, from the calling thread
   * @param next may throw to end the work
   * @throws DeadlineException if the deadline passes
   */
  void analyze(
      Iterable<ImageSource> images,
      ExtractionOptions options,
      Deadline deadline,
      Consumer<ImageAnalysis> next);

  /** Runs every network once, so that the first picture is not slower than the next. */
  void warmUp();

  /** The detector's name. */
  String detector();

  /** The embedding model's name. */
  String embedder();

  /** Which faces the embedding model can read: for {@link FaceDeduplicator#withReadability}. */
  Readability readability();

  /** What a similarity means for the embedding model. */
  ThresholdTable thresholds();

  /**
   * Frees the models; waits for work under way. Closing twice is safe.
   *
   * @throws IllegalStateException if called from within the work, such as by the consumer of {@link
   *     #analyze(Iterable, ExtractionOptions, Deadline, Consumer)}
   */
  @Override
  void close();
}
