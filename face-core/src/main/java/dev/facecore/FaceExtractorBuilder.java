package dev.facecore;

import dev.facecore.internal.check.Require;
import dev.facecore.internal.fetch.FetchPolicy;
import dev.facecore.internal.fetch.ImageFetcher;
import dev.facecore.internal.models.ModelCatalogue;
import dev.facecore.internal.pipeline.ExtractionPipeline;
import dev.facecore.internal.pipeline.ModelPair;
import dev.facecore.internal.pipeline.Models;
import dev.facecore.internal.pipeline.PictureReader;
import dev.facecore.model.Accelerator;
import dev.facecore.model.LicencePolicy;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.FaceEmbedder;
import dev.facecore.stage.Picture;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Collects choices for a {@link FaceExtractor}; not thread-safe. */
public final class FaceExtractorBuilder {
  private String detector = "retinaface";
  private String embedder = "ArcFace";
  private FaceDetector ownDetector;
  private FaceEmbedder ownEmbedder;
  private Path modelDirectory;
  private LicencePolicy licencePolicy = LicencePolicy.COMMERCIAL_ONLY;
  private int threads = Runtime.getRuntime().availableProcessors();
  private long maxImageBytes = 64L << 20;
  private long maxImagePixels = 100_000_000;
  private int maxFaces = Integer.MAX_VALUE;
  private boolean allowPrivateAddresses;
  private Accelerator accelerator = Accelerator.CPU;
  private BiConsumer<Picture, ImageAnalysis> viewer = (picture, analysis) -> {};

  FaceExtractorBuilder() {}

  /** A detector of the catalogue; {@code retinaface} unless set. */
  public FaceExtractorBuilder detector(String name) {
    detector = Require.present("name", name);
    return this;
  }

  /** A detector of the user's own; closing the extractor closes it. */
  public FaceExtractorBuilder detector(FaceDetector own) {
    ownDetector = Require.present("own", own);
    return this;
  }

  /** An embedding model of the catalogue; {@code ArcFace} unless set. */
  public FaceExtractorBuilder embedder(String name) {
    embedder = Require.present("name", name);
    return this;
  }

  /** An embedding model of the user's own; closing the extractor closes it. */
  public FaceExtractorBuilder embedder(FaceEmbedder own) {
    ownEmbedder = Require.present("own", own);
    return this;
  }

  /**
   * A folder with fetched models, and with further ones and their catalogue; only the class path is
   * searched unless set.
   */
  public FaceExtractorBuilder modelDirectory(Path folder) {
    modelDirectory = Require.present("folder", folder);
    return this;
  }

  /** Which licences the models may have; {@link LicencePolicy#COMMERCIAL_ONLY} unless set. */
  public FaceExtractorBuilder licencePolicy(LicencePolicy policy) {
    licencePolicy = Require.present("policy", policy);
    return this;
  }

  /** How many pictures are worked on at once, 1 to 1024; one per core unless set. */
  public FaceExtractorBuilder threads(int count) {
    Require.between("count", count, 1, 1024);
    threads = count;
    return this;
  }

  /** The largest encoded picture that is read, in bytes; 64 MiB unless set. */
  public FaceExtractorBuilder maxImageBytes(long bytes) {
    Require.between("bytes", bytes, 1, Integer.MAX_VALUE - 16);
    maxImageBytes = bytes;
    return this;
  }

  /** The largest picture that is decoded, in pixels; 100 million unless set. */
  public FaceExtractorBuilder maxImagePixels(long pixels) {
    Require.between("pixels", pixels, 1, 1L << 30);
    maxImagePixels = pixels;
    return this;
  }

  /**
   * The most faces that the pictures of one call may show, those counted that are large enough; as
   * many as there are unless set. Each takes about 10 KB, so this bounds the memory of a result; a
   * call that goes beyond it throws {@link TooManyFacesException}.
   */
  public FaceExtractorBuilder maxFaces(int count) {
    Require.between("count", count, 1, Integer.MAX_VALUE);
    maxFaces = count;
    return this;
  }

  /** Whether addresses of private networks and of this machine may be fetched; false unless set. */
  public FaceExtractorBuilder allowPrivateAddresses(boolean allow) {
    allowPrivateAddresses = allow;
    return this;
  }

  /**
   * Shows each picture that could be read, together with what was found in it, before its pixels
   * are freed: for cutting out what a {@link Face} does not hold.
   *
   * @param viewer called once for each such picture, by several threads at once; it must not keep
   *     or close the picture. What it throws is thrown by the extractor, but for an {@link
   *     ImageException}, which becomes the picture's failure
   */
  public FaceExtractorBuilder onPicture(BiConsumer<Picture, ImageAnalysis> viewer) {
    this.viewer = Require.present("viewer", viewer);
    return this;
  }

  /** What runs the networks; {@link Accelerator#CPU} unless set. */
  public FaceExtractorBuilder accelerator(Accelerator choice) {
    accelerator = Require.present("choice", choice);
    return this;
  }

  /**
   * Opens the models. If it fails, a detector or embedding model of the user's own stays open.
   *
   * @throws ModelException if a model is missing, damaged or not the expected network, or its
   *     licence is one that the policy does not let be used
   * @throws InferenceException if the accelerator cannot be used on this machine
   */
  public FaceExtractor build() {
    ModelCatalogue catalogue =
        ModelCatalogue.open(Optional.ofNullable(modelDirectory), licencePolicy);
    ModelPair models = open(new Models(catalogue, accelerator));
    ImageFetcher fetcher = new ImageFetcher(FetchPolicy.of(allowPrivateAddresses, maxImageBytes));
    PictureReader reader = new PictureReader(fetcher, maxImageBytes, maxImagePixels);
    return new ExtractionPipeline(
        reader, models.detector(), models.embedder(), viewer, threads, maxFaces);
  }

  private ModelPair open(Models models) {
    if (ownDetector == null && ownEmbedder == null) {
      return ModelPair.open(models, detector, embedder);
    }
    return new ModelPair(
        ownDetector != null ? ownDetector : models.detector(detector),
        ownEmbedder != null ? ownEmbedder : models.embedder(embedder));
  }
}
