package dev.facecore.internal.dedup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is known of pairs of faces, by the numbers of {@link FaceTable}. Not thread-safe. */
final class LinkTable {
  private final Map<Integer, Set<Integer>> same = new HashMap<>();
  // To each face that differs the number of the pair.
  private final Map<Integer, Map<Integer, Integer>> different = new HashMap<>();
  private int pairs;

  Set<Integer> sameAs(int id) {
    return same.getOrDefault(id, Set.of());
  }

  Map<Integer, Integer> differentFrom(int id) {
    return different.getOrDefault(id, Map.of());
  }

  void same(int a, int b) {
    same.computeIfAbsent(a, id -> new HashSet<>()).add(b);
    same.computeIfAbsent(b, id -> new HashSet<>()).add(a);
  }

  /** False if it was known. */
  boolean different(int a, int b) {
    if (differentFrom(a).containsKey(b)) return false;
    int number = pairs++;
    different.computeIfAbsent(a, id -> new HashMap<>()).put(b, number);
    different.computeIfAbsent(b, id -> new HashMap<>()).put(a, number);
    return true;
  }

  void withdraw(int a, int b) {
    take(a, b);
    take(b, a);
  }

  void forget(int id) {
    for (int other : Set.copyOf(sameAs(id))) withdraw(id, other);
    for (int other : Set.copyOf(differentFrom(id).keySet())) withdraw(id, other);
  }

  private void take(int a, int b) {
    same.computeIfPresent(a, (id, others) -> others.remove(b) && others.isEmpty() ? null : others);
    different.computeIfPresent(
        a, (id, others) -> others.remove(b) != null && others.isEmpty() ? null : others);
  }
}
