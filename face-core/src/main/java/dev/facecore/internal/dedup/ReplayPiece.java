package dev.facecore.internal.dedup;

import java.util.Arrays;

/** A group that is there at a moment of a {@link Replay}, with the groups it may be joined with. */
final class ReplayPiece {
  static final int NONE = -1;

  final MergeNode node;

  /** Null once it is part of another. */
  Group group;

  /** Its place in the replay's list; {@link #NONE} while it is not in it. */
  int number = NONE;

  /** Whether it is not one of the groups that were there before, or no longer follows them. */
  boolean changed;

  /** Its own number, or that of the group that holds it now, or {@link #NONE}. */
  int into = NONE;

  private int[] links = {};
  private int count;

  ReplayPiece(MergeNode node, Group group) {
    this.node = node;
    this.group = group;
  }

  boolean isAlive() {
    return into == number;
  }

  void link(int other) {
    if (count == links.length) links = Arrays.copyOf(links, Math.max(4, 2 * count));
    links[count++] = other;
  }

  int[] links() {
    return Arrays.copyOf(links, count);
  }

  /** Notes that it is part of another, and gives memory back. */
  void end(int holder) {
    into = holder;
    group = null;
    links = null;
  }
}
