package dev.facecore;

import dev.facecore.internal.check.Require;
import dev.facecore.internal.pipeline.ExtractionPipeline;
import dev.facecore.internal.pipeline.ModelPair;
import dev.facecore.internal.pipeline.PictureReader;
import dev.facecore.model.FaceModels;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.FaceEmbedder;
import dev.facecore.stage.Picture;
import java.util.function.BiConsumer;

/**
 * Collects choices for a {@link FaceExtractor}; not thread-safe.
 *
 * <pre>{@code
 * FaceExtractor faces =
 *     FaceExtractor.builder()
 *         .models(FaceModels.in(folder))
 *         .detector("yunet")
 *         .threads(4)
 *         .maxImagePixels(50_000_000)
 *         .build();
 * }</pre>
 */
public final class FaceExtractorBuilder {
  private String detector = "retinaface";
  private String embedder = "ArcFace";
  private FaceDetector ownDetector;
  private FaceEmbedder ownEmbedder;
  private FaceModels models;
  private int threads = Runtime.getRuntime().availableProcessors();
  private long maxImageBytes = 64L << 20;
  private long maxImagePixels = 100_000_000;
  private int maxFaces = Integer.MAX_VALUE;
  private BiConsumer<Picture, ImageAnalysis> viewer = (picture, analysis) -> {};

  FaceExtractorBuilder() {}

  /**
   * Sets where detector and embedding model are found by name, and what runs them; {@link
   * FaceModels#bundled} unless set.
   */
  public FaceExtractorBuilder models(FaceModels models) {
    this.models = Require.present("models", models);
    return this;
  }

  /**
   * Chooses a detector by its name; {@code retinaface} unless set. Of this method and the one that
   * takes a user's own detector, the last call counts.
   */
  public FaceExtractorBuilder detector(String name) {
    detector = Require.present("name", name);
    ownDetector = null;
    return this;
  }

  /**
   * Sets a detector of the user's own; closing the extractor closes it. One that a later call
   * replaces is not used, and stays open.
   */
  public FaceExtractorBuilder detector(FaceDetector own) {
    ownDetector = Require.present("own", own);
    return this;
  }

  /**
   * Chooses an embedding model by its name; {@code ArcFace} unless set. Of this method and the one
   * that takes a user's own embedding model, the last call counts.
   */
  public FaceExtractorBuilder embedder(String name) {
    embedder = Require.present("name", name);
    ownEmbedder = null;
    return this;
  }

  /**
   * Sets an embedding model of the user's own; closing the extractor closes it. One that a later
   * call replaces is not used, and stays open.
   */
  public FaceExtractorBuilder embedder(FaceEmbedder own) {
    ownEmbedder = Require.present("own", own);
    return this;
  }

  /** Sets how many images are processed at once, 1 to 1024; one per core unless set. */
  public FaceExtractorBuilder threads(int count) {
    Require.between("count", count, 1, 1024);
    threads = count;
    return this;
  }

  /** Sets the size of the largest encoded image that is read, in bytes; 64 MiB unless set. */
  public FaceExtractorBuilder maxImageBytes(long bytes) {
    Require.between("bytes", bytes, 1, Integer.MAX_VALUE - 16);
    maxImageBytes = bytes;
    return this;
  }

  /** Sets the size of the largest image that is decoded, in pixels; 100 million unless set. */
  public FaceExtractorBuilder maxImagePixels(long pixels) {
    Require.between("pixels", pixels, 1, 1L << 30);
    maxImagePixels = pixels;
    return this;
  }

  /**
   * Sets how many faces the images of one call may show, counting those that are large enough; not
   * limited unless set. Each takes about 10 KB, so this bounds the memory of a result; a call that
   * goes beyond it throws {@link TooManyFacesException}.
   */
  public FaceExtractorBuilder maxFaces(int count) {
    Require.atLeast("count", count, 1);
    maxFaces = count;
    return this;
  }

  /**
   * Sets a viewer of each image that could be read, with what was found in it, before its pixels
   * are freed: it can cut out what a {@link Face} does not contain.
   *
   * @param viewer called once for each such image, by several threads at once; it must not keep or
   *     close the image. What it throws is thrown by the extractor, but for an {@link
   *     ImageException}, which becomes the image's failure
   */
  public FaceExtractorBuilder onPicture(BiConsumer<Picture, ImageAnalysis> viewer) {
    this.viewer = Require.present("viewer", viewer);
    return this;
  }

  /**
   * Opens the models. If it fails, a detector or embedding model of the user's own stays open.
   *
   * @throws ModelException if a model is missing, damaged or not the expected network, or its
   *     licence is not accepted
   * @throws PlatformException if native code or the accelerator cannot be used on this machine
   */
  public FaceExtractor build() {
    long begin = System.nanoTime();
    ModelPair opened = open();
    opened.log(System.nanoTime() - begin);
    PictureReader reader = new PictureReader(maxImageBytes, maxImagePixels);
    return new ExtractionPipeline(
        reader, opened.detector(), opened.embedder(), viewer, threads, maxFaces);
  }

  private ModelPair open() {
    if (ownDetector != null && ownEmbedder != null) return new ModelPair(ownDetector, ownEmbedder);
    FaceModels named = models == null ? FaceModels.bundled() : models;
    if (ownDetector != null) return new ModelPair(ownDetector, named.embedder(embedder));
    if (ownEmbedder != null) return new ModelPair(named.detector(detector), ownEmbedder);
    return ModelPair.open(named, detector, embedder);
  }
}
