package dev.facecore.examples.corrections;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user said about faces, in the order of the file. Never a contradiction. Immutable.
 *
 * @param same pairs of faces of one person
 * @param different pairs of faces of two people
 */
public record Corrections(List<Pair> same, List<Pair> different, List<Naming> names) {
  /** Nothing was said. */
  public static final Corrections NONE = new Corrections(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Corrections {
    same = List.copyOf(same);
    different = List.copyOf(different);
    names = List.copyOf(names);
  }

  /** Two faces. */
  public record Pair(FacePlace a, FacePlace b) {}

  /**
   * The name of a person.
   *
   * @param face a face of that person
   * @param name null takes the name away
   */
  public record Naming(FacePlace face, @Nullable String name) {}

  /** Returns whether something was said about pairs, which only CLUSTER can keep. */
  public boolean hasPairs() {
    return !same.isEmpty() || !different.isEmpty();
  }

  /** Returns how many corrections there are. */
  public int count() {
    return same.size() + different.size() + names.size();
  }
}
