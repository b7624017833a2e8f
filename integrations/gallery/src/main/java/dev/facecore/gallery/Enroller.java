package dev.facecore.gallery;

import dev.facecore.AlbumPerson;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceAlbum;
import dev.facecore.FaceExtractor;
import dev.facecore.FaceRef;
import dev.facecore.ImageException;
import dev.facecore.ImageSource;
import dev.facecore.gallery.store.PersonName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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

  /**
   * Enrols the named people of an album under their names: of each the faces of the highest quality
   * that the model can read. People of one name are one person here. The album stays as it is, and
   * the gallery learns of later corrections by another call only.
   *
   * @param facesPerPerson at most how many faces of each person, 1 to 1,000; each raises the
   *     threshold a little
   * @return by name as the gallery gives it, how many faces were not enrolled before; 0 also for a
   *     person of whom no face can be read
   * @throws IllegalArgumentException if a name is blank or too long for a gallery; no person is
   *     enrolled then
   * @throws GalleryException if the gallery cannot be used or contains embeddings of another model
   */
  public SortedMap<String, Integer> enrol(FaceAlbum album, int facesPerPerson) {
    if (facesPerPerson < 1 || facesPerPerson > 1000) {
      throw new IllegalArgumentException(
          "facesPerPerson must be between 1 and 1000, got " + facesPerPerson);
    }
    SortedMap<String, List<Face>> people = new TreeMap<>();
    for (AlbumPerson person : album.people()) {
      if (person.name() == null) continue;
      List<Face> faces =
          people.computeIfAbsent(PersonName.of(person.name()), name -> new ArrayList<>());
      for (FaceRef ref : person.faces()) {
        Face face = album.face(ref);
        if (extractor.readability().weight(face.embedding()) == 0) faces.add(face);
      }
    }
    SortedMap<String, Integer> enrolled = new TreeMap<>();
    people.forEach((name, faces) -> enrolled.put(name, enrolBest(name, faces, facesPerPerson)));
    return enrolled;
  }

  private int enrolBest(String name, List<Face> faces, int most) {
    List<Embedding> best =
        faces.stream()
            .sorted(Comparator.comparingDouble((Face face) -> -face.quality()))
            .limit(most)
            .map(Face::embedding)
            .toList();
    return best.isEmpty() ? 0 : gallery.enrol(name, best);
  }
}
