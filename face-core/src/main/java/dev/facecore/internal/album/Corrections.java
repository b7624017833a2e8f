package dev.facecore.internal.album;

import dev.facecore.FaceRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What a person said about pairs of faces; never a contradiction. Not thread-safe. */
final class Corrections {
  private final Map<FaceRef, Set<FaceRef>> same = new HashMap<>();
  private final Map<FaceRef, Set<FaceRef>> different = new HashMap<>();

  /** The faces that are the same as this one by these corrections, itself included. */
  Set<FaceRef> closure(FaceRef face) {
    Set<FaceRef> found = new HashSet<>(Set.of(face));
    Deque<FaceRef> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (FaceRef next : same.getOrDefault(open.pop(), Set.of())) {
        if (found.add(next)) open.push(next);
      }
    }
    return found;
  }

  Set<FaceRef> sameAs(FaceRef face) {
    return same.getOrDefault(face, Set.of());
  }

  Set<FaceRef> differentFrom(FaceRef face) {
    return different.getOrDefault(face, Set.of());
  }

  void addSame(FaceRef a, FaceRef b) {
    Set<FaceRef> others = closure(b);
    for (FaceRef one : closure(a)) {
      for (FaceRef other : differentFrom(one)) {
        if (!others.contains(other)) continue;
        throw new IllegalArgumentException(
            a
                + " and "
                + b
                + " cannot be the same: "
                + one
                + " and "
                + other
                + " were said to be different; withdraw that first");
      }
    }
    put(same, a, b);
  }

  void addDifferent(FaceRef a, FaceRef b) {
    if (closure(a).contains(b)) {
      throw new IllegalArgumentException(
          a
              + " and "
              + b
              + " cannot be different: they were said to be the same"
              + (sameAs(a).contains(b) ? "" : ", through others")
              + "; withdraw that first");
    }
    put(different, a, b);
  }

  /** Does what is said, or refuses a contradiction; whether this changes anything. */
  boolean add(FaceCorrection correction) {
    FaceRef a = correction.a();
    FaceRef b = correction.b();
    return switch (correction.kind()) {
      case SAME -> {
        boolean isNew = !sameAs(a).contains(b);
        addSame(a, b);
        yield isNew;
      }
      case DIFFERENT -> {
        boolean isNew = !differentFrom(a).contains(b);
        addDifferent(a, b);
        yield isNew;
      }
      case WITHDRAW -> withdraw(a, b);
    };
  }

  /** All that was said, each pair once. */
  List<FaceCorrection> all() {
    List<FaceCorrection> all = new ArrayList<>();
    for (FaceRef[] pair : pairs(same.keySet(), this::sameAs)) {
      all.add(new FaceCorrection(FaceCorrection.Kind.SAME, pair[0], pair[1]));
    }
    for (FaceRef[] pair : pairs(different.keySet(), this::differentFrom)) {
      all.add(new FaceCorrection(FaceCorrection.Kind.DIFFERENT, pair[0], pair[1]));
    }
    return all;
  }

  /** All that was said of these faces, each pair once. */
  List<FaceCorrection> of(Set<FaceRef> faces) {
    return all().stream().filter(c -> faces.contains(c.a()) || faces.contains(c.b())).toList();
  }

  /** Forgets what was said of this pair itself. */
  boolean withdraw(FaceRef a, FaceRef b) {
    boolean wasSame = take(same, a, b);
    boolean wasDifferent = take(different, a, b);
    return wasSame || wasDifferent;
  }

  /** Forgets everything that names the face. */
  void forget(FaceRef face) {
    for (FaceRef other : new ArrayList<>(sameAs(face))) take(same, face, other);
    for (FaceRef other : new ArrayList<>(differentFrom(face))) take(different, face, other);
  }

  /** Pairs of which both are among these faces, each once, in order. */
  static List<FaceRef[]> pairs(Collection<FaceRef> faces, Function<FaceRef, Set<FaceRef>> others) {
    List<FaceRef[]> pairs = new ArrayList<>();
    Set<FaceRef> among = faces instanceof Set<FaceRef> set ? set : new HashSet<>(faces);
    for (FaceRef face : faces) {
      for (FaceRef other : others.apply(face)) {
        if (face.compareTo(other) < 0 && among.contains(other)) {
          pairs.add(new FaceRef[] {face, other});
        }
      }
    }
    return pairs;
  }

  private static void put(Map<FaceRef, Set<FaceRef>> pairs, FaceRef a, FaceRef b) {
    pairs.computeIfAbsent(a, face -> new TreeSet<>()).add(b);
    pairs.computeIfAbsent(b, face -> new TreeSet<>()).add(a);
  }

  private static boolean take(Map<FaceRef, Set<FaceRef>> pairs, FaceRef a, FaceRef b) {
    boolean there = pairs.getOrDefault(a, Set.of()).contains(b);
    if (!there) return false;
    pairs.get(a).remove(b);
    pairs.get(b).remove(a);
    if (pairs.get(a).isEmpty()) pairs.remove(a);
    if (pairs.containsKey(b) && pairs.get(b).isEmpty()) pairs.remove(b);
    return true;
  }
}
