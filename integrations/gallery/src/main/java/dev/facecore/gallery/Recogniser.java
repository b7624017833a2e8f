package dev.facecore.gallery;

import dev.facecore.FaceExtractor;
import dev.facecore.ImageException;
import dev.facecore.ImageSource;
import java.util.List;

/** Names the faces of photographs by a gallery. Thread-safe; owns neither of its parts. */
public final class Recogniser {
  private final FaceExtractor extractor;
  private final Gallery gallery;
  private final AcceptanceRule rule;

  /** Over an extractor and a gallery of the same embedding model. */
  public Recogniser(FaceExtractor extractor, Gallery gallery, AcceptanceRule rule) {
    this.extractor = extractor;
    this.gallery = gallery;
    this.rule = rule;
  }

  /**
   * The faces of one photograph, from left to right.
   *
   * @throws ImageException if the photograph cannot be loaded or decoded
   * @throws GalleryException if the gallery cannot be used, holds another model's embeddings, or
   *     the rule cannot be kept in a gallery of this size
   */
  public List<RecognisedFace> recognise(ImageSource photograph) {
    IdentificationThreshold threshold = threshold();
    return extractor.analyze(photograph).faces().stream()
        .map(face -> RecognisedFace.of(face, gallery.nearest(face.embedding()), threshold))
        .toList();
  }

  /** The threshold in the gallery as it is now. */
  public IdentificationThreshold threshold() {
    return rule.threshold(gallery.size(), extractor.thresholds());
  }
}
