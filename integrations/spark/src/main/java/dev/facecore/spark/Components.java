package dev.facecore.spark;

import java.util.stream.IntStream;

/**
 * Which of the numbers from 0 on hang together: union-find, four bytes for each. Not thread-safe.
 */
final class Components {
  private final int[] parent;

  Components(int count) {
    parent = IntStream.range(0, count).toArray();
  }

  /** Joins two; false if they were together already. The lower root stays. */
  boolean join(int a, int b) {
    int first = root(a);
    int second = root(b);
    parent[Math.max(first, second)] = Math.min(first, second);
    return first != second;
  }

  /** The lowest number of the component. */
  int root(int number) {
    int at = number;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The root of each number. */
  int[] roots() {
    return IntStream.range(0, parent.length).map(this::root).toArray();
  }
}
