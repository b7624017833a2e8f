package dev.facecore;

/** How faces are grouped into people. */
public enum DedupMode {
  /**
   * Walks the faces in order and keeps one that is below the threshold to every face kept so far;
   * every other face is a sighting of the most similar face kept before it, the earliest on a tie.
   * The result depends on the input order.
   */
  FIRST,
  /** The groups of {@link #FIRST}, each represented by its best-quality sighting. */
  BEST,
  /**
   * Average linkage cut at the threshold: two groups are one person when the mean of all pairwise
   * similarities between them reaches it. The same people whatever the order of the images; the
   * best-quality sighting represents each.
   */
  CLUSTER
}
