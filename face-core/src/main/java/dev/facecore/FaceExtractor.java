package dev.facecore;

import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the distinct people in images.
 *
 * <pre>{@code
 * try (FaceExtractor faces = FaceExtractor.create()) {
 *   Extraction result = faces.extract(List.of(ImageSource.file(path), ImageSource.bytes("b", jpeg)));
 *   for (Person person : result.people()) {
 *     System.out.println(person.sightings().size() + " times: " + person.face().box());
 *   }
 *   for (ImageAnalysis failed : result.failures()) {
 *     System.err.println(failed.source() + ": " + failed.failure().get().getMessage());
 *   }
 * }
 * }</pre>
 *
 * <p>Thread-safe: build once, share, close at the end. The same bytes give the same faces for any
 * number of threads, in any order, alone or in a batch. Nothing is stored and nothing is sent.
 *
 * <p>Its {@code toString} tells the models and the settings that it was built with.
 *
 * <p>Calls block until they are done. The work is done by the extractor's own threads; on the
 * calling thread, which may be a virtual one, only results are handed over and faces grouped. An
 * interrupt of the calling thread ends its call as a {@link Deadline} does.
 */
public interface FaceExtractor extends AutoCloseable {
  /**
   * Opens an extractor with the bundled models, on all cores.
   *
   * @throws ModelException if the artifact {@code face-models} is missing or damaged
   */
  static FaceExtractor create() {
    return builder().build();
  }

  /** Returns a builder that chooses models, threads and limits. */
  static FaceExtractorBuilder builder() {
    return new FaceExtractorBuilder();
  }

  /** Finds the people of a batch, with {@link ExtractionOptions#DEFAULTS} and no time limit. */
  default Extraction extract(List<ImageSource> images) {
    return extract(images, ExtractionOptions.DEFAULTS);
  }

  /** Finds the people of a batch, with no time limit. */
  default Extraction extract(List<ImageSource> images, ExtractionOptions options) {
    return extract(images, options, Deadline.unlimited());
  }

  /**
   * Finds the people of a batch. An image that cannot be read, or on which native code fails, does
   * not fail the others: {@link Extraction#failures}.
   *
   * @throws DeadlineException if the deadline passes or is cancelled, or the calling thread is
   *     interrupted, which stays marked as such; nothing of the call runs any more then
   * @throws PlatformException if native code cannot be used on this machine
   * @throws IllegalStateException if this extractor is closed
   */
  Extraction extract(List<ImageSource> images, ExtractionOptions options, Deadline deadline);

  /**
   * Finds the faces of one image, with {@link ExtractionOptions#DEFAULTS}; its index is 0.
   *
   * @throws ImageException if the image cannot be loaded or decoded
   */
  default ImageAnalysis analyze(ImageSource image) {
    return analyze(image, ExtractionOptions.DEFAULTS);
  }

  /**
   * Finds the faces of one image; its index is 0. The group-wise options are not used.
   *
   * @throws ImageException if the image cannot be loaded or decoded
   */
  ImageAnalysis analyze(ImageSource image, ExtractionOptions options);

  /**
   * Compares the largest face of one image with each face of another, with {@link
   * ExtractionOptions#DEFAULTS}.
   *
   * @throws ImageException if one of them cannot be loaded or decoded, with its name
   * @throws NoFaceException if one of them shows no face
   */
  default Comparison compare(ImageSource first, ImageSource second) {
    return compare(first, second, ExtractionOptions.DEFAULTS);
  }

  /**
   * Compares as {@link #compare(ImageSource, ImageSource)} does, with options; of those for
   * grouping only the threshold is used.
   */
  default Comparison compare(ImageSource first, ImageSource second, ExtractionOptions options) {
    List<List<Face>> faces = new ArrayList<>(2);
    analyze(
        List.of(first, second),
        options,
        Deadline.unlimited(),
        image -> faces.add(someFaces(image)));
    Face largest =
        Collections.max(faces.get(0), Comparator.comparingDouble((Face face) -> face.box().area()));
    double threshold = options.threshold().similarity(thresholds());
    return Comparison.of(largest, faces.get(1), threshold, thresholds(), readability());
  }

  private static List<Face> someFaces(ImageAnalysis image) {
    if (image.failure().isPresent()) {
      ImageException failure = image.failure().get();
      throw new ImageException(image.source() + ": " + failure.getMessage(), failure);
    }
    if (image.faces().isEmpty()) {
      throw new NoFaceException(
          image.source() + ": No face was found; choose an image in which it is larger.");
    }
    return image.faces();
  }

  /**
   * Finds the faces of many images in bounded memory: each image is handed over as soon as all
   * before it were, on the calling thread, in the order given. The group-wise options are not used.
   *
   * @param images read as the work goes on, from the calling thread
   * @param next may throw to end the work
   * @throws DeadlineException as {@link #extract(List, ExtractionOptions, Deadline)} does
   */
  void analyze(
      Iterable<ImageSource> images,
      ExtractionOptions options,
      Deadline deadline,
      Consumer<ImageAnalysis> next);

  /** Runs every network once, so that the first image is not slower than the next. */
  void warmUp();

  /** Returns the detector's name. */
  String detector();

  /** Returns the embedding model's name. */
  String embedder();

  /**
   * Returns the identity of the embedding model, equal to {@link Embedding#model} and {@link
   * ThresholdTable#model}: a store of embeddings belongs to one identity.
   */
  String model();

  /**
   * Returns which faces the embedding model can read, for {@link FaceDeduplicator#withReadability}.
   */
  Readability readability();

  /** Returns what a similarity means for the embedding model. */
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
