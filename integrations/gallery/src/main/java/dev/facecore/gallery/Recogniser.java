package dev.facecore.gallery;

import dev.facecore.FaceExtractor;
import dev.facecore.ImageException;
import dev.facecore.ImageSource;
import java.util.List;

/**
 * Recognises enrolled people in images. Thread-safe. Closing the extractor and the gallery is up to
 * the caller.
 */
public final class Recogniser {
  private final FaceExtractor extractor;
  private final Gallery gallery;
  private final AcceptanceRule rule;

  /** Creates a recogniser for an extractor and a gallery of the same embedding model. */
  public Recogniser(FaceExtractor extractor, Gallery gallery, AcceptanceRule rule) {
    this.extractor = extractor;
    this.gallery = gallery;
    this.rule = rule;
  }

  /**
   * Returns the faces of one image, from left to right.
   *
   * @throws ImageException if the image cannot be loaded or decoded
   * @throws GalleryException if the gallery cannot be used, contains embeddings of another model,
   *     or is too large for the rule
   */
  public List<RecognisedFace> recognise(ImageSource image) {
    IdentificationThreshold threshold = threshold();
    return extractor.analyze(image).faces().stream()
        .map(face -> RecognisedFace.of(face, gallery.nearest(face.embedding()), threshold))
        .toList();
  }

  /** Returns the threshold for the current size of the gallery. */
  public IdentificationThreshold threshold() {
    return rule.threshold(gallery.size(), extractor.thresholds());
  }
}
