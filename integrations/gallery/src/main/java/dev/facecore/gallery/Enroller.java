package dev.facecore.gallery;

import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageException;
import dev.facecore.ImageSource;
import java.util.List;

/**
 * Fills a gallery from photographs, with faces that the model can read. Unreadable ones resemble
 * those of strangers, which is why {@code best} and {@code cluster} lower the similarity of two of
 * them; one that is compared with readable faces only needs no such rule, so that recognition goes
 * by the plain similarity. Thread-safe; owns neither of its parts.
 */
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
   * @throws ImageException if the photograph cannot be loaded or decoded
   * @throws EnrolmentException if it does not show exactly one face, or shows one that the model
   *     cannot read: {@link FaceExtractor#readability}
   * @throws GalleryException if the gallery cannot be used or holds another model's embeddings
   */
  public boolean enrol(String person, ImageSource photograph) {
    List<Face> faces = extractor.analyze(photograph).faces();
    if (faces.size() != 1) {
      throw new EnrolmentException(
          "the photograph shows "
              + (faces.isEmpty() ? "no face" : faces.size() + " faces")
              + "; enrol from a photograph that shows the person alone");
    }
    if (extractor.readability().weight(faces.get(0).embedding()) > 0) {
      throw new EnrolmentException(
          "the photograph shows the face too unclearly to know anyone by it; enrol from a sharper"
              + " or larger photograph, from the front");
    }
    return gallery.enrol(person, List.of(faces.get(0).embedding())) > 0;
  }
}
