package dev.facecore.examples.corrections;

import dev.facecore.examples.corrections.Corrections.Naming;
import dev.facecore.examples.corrections.Corrections.Pair;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/** Finds corrections that cannot all be right, and names them by their places in the file. */
final class Contradictions {
  private final Corrections corrections;
  private final PlacedFaces faces;
  private final Map<Integer, List<Step>> same = new HashMap<>();
  private final Map<Integer, Integer> personOf = new HashMap<>();

  /** From a face to another by an entry of "same". */
  private record Step(int to, int entry) {}

  private Contradictions(Corrections corrections, PlacedFaces faces) {
    this.corrections = corrections;
    this.faces = faces;
  }

  /**
   * Refuses contradictions.
   *
   * @param faces entries with a face that is not among them are passed over
   */
  static void refuse(Corrections corrections, PlacedFaces faces) throws CorrectionsException {
    Contradictions found = new Contradictions(corrections, faces);
    found.join();
    found.checkDifferent();
    found.checkNames();
  }

  /** Refuses contradictions of faces that are told apart by what the corrections say of them. */
  static void refuse(Corrections corrections) throws CorrectionsException {
    PlacedFaces mentioned = new PlacedFaces();
    int[] number = {0};
    for (List<Pair> pairs : List.of(corrections.same(), corrections.different())) {
      for (Pair pair : pairs) {
        mention(mentioned, pair.a(), number);
        mention(mentioned, pair.b(), number);
      }
    }
    for (Naming naming : corrections.names()) mention(mentioned, naming.face(), number);
    refuse(corrections, mentioned);
  }

  private static void mention(PlacedFaces mentioned, FacePlace face, int[] number) {
    if (mentioned.find(face).isEmpty()) mentioned.add(face, number[0]++);
  }

  private void join() {
    for (int i = 0; i < corrections.same().size(); i++) {
      OptionalInt a = faces.find(corrections.same().get(i).a());
      OptionalInt b = faces.find(corrections.same().get(i).b());
      if (a.isEmpty() || b.isEmpty()) continue;
      same.computeIfAbsent(a.getAsInt(), f -> new ArrayList<>()).add(new Step(b.getAsInt(), i));
      same.computeIfAbsent(b.getAsInt(), f -> new ArrayList<>()).add(new Step(a.getAsInt(), i));
    }
    for (int face : same.keySet()) {
      if (personOf.containsKey(face)) continue;
      for (int member : reached(face).keySet()) personOf.put(member, face);
    }
  }

  /** The faces that are said to be the same as one, each with the step that led to it. */
  private Map<Integer, int[]> reached(int start) {
    Map<Integer, int[]> cameFrom = new HashMap<>();
    cameFrom.put(start, null);
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      int face = open.remove();
      for (Step step : same.getOrDefault(face, List.of())) {
        if (cameFrom.containsKey(step.to)) continue;
        cameFrom.put(step.to, new int[] {face, step.entry});
        open.add(step.to);
      }
    }
    return cameFrom;
  }

  private int person(int face) {
    return personOf.getOrDefault(face, face);
  }

  private void checkDifferent() throws CorrectionsException {
    for (int i = 0; i < corrections.different().size(); i++) {
      Pair pair = corrections.different().get(i);
      OptionalInt a = faces.find(pair.a());
      OptionalInt b = faces.find(pair.b());
      if (a.isEmpty() || b.isEmpty() || person(a.getAsInt()) != person(b.getAsInt())) continue;
      throw new CorrectionsException(
          "different[%d] says that %s and %s are two people, %s; remove one of them."
              .formatted(i, pair.a(), pair.b(), whySame(a.getAsInt(), b.getAsInt())));
    }
  }

  private void checkNames() throws CorrectionsException {
    Map<Integer, Integer> namedBy = new HashMap<>();
    for (int i = 0; i < corrections.names().size(); i++) {
      Naming naming = corrections.names().get(i);
      OptionalInt face = faces.find(naming.face());
      if (face.isEmpty()) continue;
      Integer earlier = namedBy.putIfAbsent(person(face.getAsInt()), i);
      if (earlier == null) continue;
      Naming other = corrections.names().get(earlier);
      if (Objects.equals(other.name(), naming.name())) continue;
      throw new CorrectionsException(
          "names[%d] calls %s %s, names[%d] calls %s %s, %s; remove one of them."
              .formatted(
                  earlier,
                  other.face(),
                  quoted(other.name()),
                  i,
                  naming.face(),
                  quoted(naming.name()),
                  whySame(faces.find(other.face()).getAsInt(), face.getAsInt())));
    }
  }

  private static String quoted(String name) {
    return name == null ? "nothing" : "'" + name + "'";
  }

  private String whySame(int a, int b) {
    if (a == b) return "but that is one face";
    List<String> entries = new ArrayList<>();
    Map<Integer, int[]> cameFrom = reached(a);
    for (int[] step = cameFrom.get(b); step != null; step = cameFrom.get(step[0])) {
      entries.add("same[" + step[1] + "]");
    }
    Collections.reverse(entries);
    boolean one = entries.size() == 1;
    return "but " + String.join(", ", entries) + (one ? " says" : " say") + " that they are one";
  }
}
