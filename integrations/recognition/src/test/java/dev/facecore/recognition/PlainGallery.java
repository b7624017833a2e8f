package dev.facecore.recognition;

import dev.facecore.Embedding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The obvious twin: a list that is compared from beginning to end. */
final class PlainGallery {
  private final Map<Embedding, String> faces = new LinkedHashMap<>();

  void enrol(String person, List<Embedding> added) {
    for (Embedding face : added) faces.put(face, person);
  }

  Match nearest(Embedding probe) {
    Match best = new Match("", -2);
    for (var enrolled : faces.entrySet()) {
      double similarity = enrolled.getKey().similarity(probe);
      if (similarity > best.similarity()) best = new Match(enrolled.getValue(), similarity);
    }
    return best;
  }
}
