package dev.facecore.examples.extract;

import dev.facecore.Face;
import dev.facecore.Person;
import dev.facecore.examples.corrections.Corrections;
import dev.facecore.examples.corrections.Corrections.Naming;
import dev.facecore.examples.corrections.FacePlace;
import dev.facecore.examples.corrections.PlacedFaces;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.FaceDeduplicator.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Corrections that found their faces among those of a run, and those that did not. */
final class CorrectedFaces {
  private final PlacedFaces placed;
  private final List<Pair> same = new ArrayList<>();
  private final List<Pair> different = new ArrayList<>();
  private final Map<Integer, String> names = new LinkedHashMap<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private int applied;

  private CorrectedFaces(PlacedFaces placed) {
    this.placed = placed;
  }

  /**
   * Looks the faces of corrections up.
   *
   * @param placed the faces of the run by their numbers
   */
  static CorrectedFaces of(Corrections corrections, PlacedFaces placed) {
    CorrectedFaces found = new CorrectedFaces(placed);
    found.find("same", corrections.same(), found.same);
    found.find("different", corrections.different(), found.different);
    List<Naming> namings = corrections.names();
    for (int i = 0; i < namings.size(); i++) {
      OptionalInt face = found.find(namings.get(i).face(), "names[" + i + "]");
      if (face.isEmpty()) continue;
      found.names.put(face.getAsInt(), namings.get(i).name());
      found.applied++;
    }
    return found;
  }

  private void find(String list, List<Corrections.Pair> pairs, List<Pair> target) {
    for (int i = 0; i < pairs.size(); i++) {
      OptionalInt a = find(pairs.get(i).a(), list + "[" + i + "]");
      OptionalInt b = find(pairs.get(i).b(), list + "[" + i + "]");
      if (a.isEmpty() || b.isEmpty()) continue;
      // Two boxes of one face say nothing.
      if (a.getAsInt() != b.getAsInt()) target.add(new Pair(a.getAsInt(), b.getAsInt()));
      applied++;
    }
  }

  private OptionalInt find(FacePlace place, String entry) {
    OptionalInt face = placed.find(place);
    if (face.isEmpty()) {
      String why =
          placed.hasImage(place.image())
              ? "No face is at this place any more"
              : "The image has no face in this run";
      missing.add(place + ": " + why + "; " + entry + " is not applied.");
    }
    return face;
  }

  List<Person> group(List<Face> faces, FaceDeduplicator groups) {
    boolean isPlain = same.isEmpty() && different.isEmpty();
    return isPlain ? groups.group(faces) : groups.group(faces, same, different);
  }

  /** Pairs of faces of two people. */
  List<Pair> different() {
    return different;
  }

  /** The names that were given, by face; null takes one away. */
  Map<Integer, String> names() {
    return names;
  }

  /** How many corrections are kept by the groups. */
  int applied() {
    return applied;
  }

  /** Why others are not, in words. */
  Set<String> missing() {
    return missing;
  }
}
