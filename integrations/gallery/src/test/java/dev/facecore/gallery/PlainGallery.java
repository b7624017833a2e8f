package dev.facecore.gallery;

import dev.facecore.Embedding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The obvious twin: a list that is compared from beginning to end. */
public final class PlainGallery {
  private final Map<Embedding, String> faces = new LinkedHashMap<>();

  /** Keeps faces of a person. */
  public void enrol(String person, List<Embedding> added) {
    for (Embedding face : added) faces.put(face, person);
  }

  /** The person of the most similar face. */
  public Match nearest(Embedding probe) {
    Match best = new Match("", -2);
    for (var enrolled : faces.entrySet()) {
      double similarity = enrolled.getKey().similarity(probe);
      if (similarity > best.similarity()) best = new Match(enrolled.getValue(), similarity);
    }
    return best;
  }
}
