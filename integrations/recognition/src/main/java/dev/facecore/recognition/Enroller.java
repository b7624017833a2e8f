package dev.facecore.recognition;

import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageException;
import dev.facecore.ImageSource;
import java.util.List;

/** Fills a gallery from photographs. Thread-safe; owns neither of its parts. */
public final class Enroller {
  private final FaceExtractor extractor;
  private final Gallery gallery;

  /** Over an extractor and a gallery of the same embedding model. */
  public Enroller(FaceExtractor extractor, Gallery gallery) {
    this.extractor = extractor;
    this.gallery = gallery;
  }

  /**
   * Enrols the only face of a photograph: which of several is meant, nobody has said.
   *
   * @return whether it is new
   * @throws ImageException if the photograph cannot be had or read, or does not show exactly one
   *     face
   * @throws GalleryException if the gallery cannot be used or holds another model's embeddings
   */
  public boolean enrol(String person, ImageSource photograph) {
    List<Face> faces = extractor.analyze(photograph).faces();
    if (faces.size() != 1) {
      throw new ImageException(
          "the photograph shows "
              + (faces.isEmpty() ? "no face" : faces.size() + " faces")
              + "; enrol from a photograph that shows the person alone");
    }
    return gallery.enrol(person, List.of(faces.get(0).embedding())) > 0;
  }
}
