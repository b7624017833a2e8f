package dev.facecore.internal.dedup;

/** What comes next: a link, a remembered join, or a group that lost its join. */
record ReplayStep(JoinOrder order, Kind kind, ReplayPiece a, ReplayPiece b, MergeNode node)
    implements Comparable<ReplayStep> {
  enum Kind {
    LINK,
    REMEMBERED,
    LOST
  }

  @Override
  public int compareTo(ReplayStep other) {
    int result = order.compareTo(other.order);
    return result != 0 ? result : kind.compareTo(other.kind);
  }
}
