package dev.facecore.internal.album;

import dev.facecore.Face;
import dev.facecore.FaceRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which face of an image that was searched again is which of those that it had: of equal embedding,
 * or else where the boxes overlap by half of their union or more, the most first.
 */
final class Replacement {
  private static final double LEAST_OVERLAP = 0.5;

  private record Match(FaceRef old, FaceRef fresh, double alike) {}

  private Replacement() {}

  /** For old faces the new one that is the same; a face is in one pair at most. */
  static Map<FaceRef, FaceRef> match(Map<FaceRef, Face> old, List<Face> fresh) {
    List<Match> matches = new ArrayList<>();
    old.forEach(
        (ref, face) -> {
          for (int i = 0; i < fresh.size(); i++) {
            double alike = alike(face, fresh.get(i));
            if (alike >= LEAST_OVERLAP) {
              matches.add(new Match(ref, new FaceRef(ref.image(), i), alike));
            }
          }
        });
    matches.sort(Comparator.comparingDouble((Match match) -> -match.alike));
    Map<FaceRef, FaceRef> chosen = new HashMap<>();
    Set<FaceRef> taken = new HashSet<>();
    for (Match match : matches) {
      if (!chosen.containsKey(match.old) && taken.add(match.fresh)) {
        chosen.put(match.old, match.fresh);
      }
    }
    return chosen;
  }

  private static double alike(Face old, Face fresh) {
    double overlap = old.box().overlap(fresh.box());
    return old.embedding().equals(fresh.embedding()) ? 2 + overlap : overlap;
  }
}
