package dev.facecore.internal.dedup;

import java.util.List;

/**
 * What is known of pairs of faces, by their positions in the list that is grouped.
 *
 * @param same pairs that are one person whatever their similarity (must-links)
 * @param different pairs that are never one person (cannot-links)
 */
public record Links(List<Pair> same, List<Pair> different) {
  /** Nothing is known. */
  public static final Links NONE = new Links(List.of(), List.of());

  /** Copies the lists. */
  public Links {
    same = List.copyOf(same);
    different = List.copyOf(different);
  }

  /** Two positions, in any order. */
  public record Pair(int a, int b) {}
}
