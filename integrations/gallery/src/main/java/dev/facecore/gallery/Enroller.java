package dev.facecore.gallery;

import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageException;
import dev.facecore.ImageSource;
import java.util.List;

/**
 * Enrols people from images, with faces that the model can read only. Unreadable faces resemble
 * those of strangers; because none is enrolled, recognition compares by the plain similarity.
 *
 * <p>Thread-safe. Closing the extractor and the gallery is up to the caller.
 */
public final class Enroller {
  private final FaceExtractor extractor;
  private final Gallery gallery;

  /** Creates an enroller for an extractor and a gallery of the same embedding model. */
  public Enroller(FaceExtractor extractor, Gallery gallery) {
    this.extractor = extractor;
    this.gallery = gallery;
  }

  /**
   * Enrols the face of an image that shows exactly one.
   *
   * @return true if the face was not enrolled before
   * @throws ImageException if the image cannot be loaded or decoded
   * @throws EnrolmentException if it does not show exactly one face, or shows one that the model
   *     cannot read: {@link FaceExtractor#readability}
   * @throws GalleryException if the gallery cannot be used or contains embeddings of another model
   */
  public boolean enrol(String person, ImageSource image) {
    List<Face> faces = extractor.analyze(image).faces();
    if (faces.size() != 1) {
      throw new EnrolmentException(
          "The image shows "
              + (faces.isEmpty() ? "no face" : faces.size() + " faces")
              + "; choose one that shows the person alone.");
    }
    if (extractor.readability().weight(faces.get(0).embedding()) > 0) {
      throw new EnrolmentException(
          "The image shows the face too unclearly to recognise the person by it; choose a sharper"
              + " or larger one, taken from the front.");
    }
    return gallery.enrol(person, List.of(faces.get(0).embedding())) > 0;
  }
}
