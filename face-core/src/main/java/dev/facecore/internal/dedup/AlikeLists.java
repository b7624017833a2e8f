package dev.facecore.internal.dedup;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * For each face those of other people that are alike: what average linkage may join it with. The
 * faces of its own person count as alike without being listed: a person who is seen on every image
 * would make lists as long as the album. Not thread-safe.
 */
final class AlikeLists {
  // A list takes at most half of what the embedding does; what is longer is searched when needed.
  private static final int LIMIT = 256;
  private static final int[] NONE = {};

  private int[][] lists = {};

  /** Null if it is too long to be kept. */
  int[] of(int id) {
    return lists[id];
  }

  /** A face that came, with all that are alike; each of these gets it into its list. */
  void add(int id, int[] alike) {
    reserve(id);
    // Those that came at the same time have it already.
    int[] known = lists[id] == null ? NONE : lists[id];
    lists[id] = alike.length == 0 ? NONE : alike;
    for (int other : alike) if (!contains(known, other)) append(other, id);
  }

  /** Sets the list of a face alone. */
  void set(int id, int[] alike) {
    reserve(id);
    lists[id] = alike == null || alike.length > LIMIT ? null : alike.length == 0 ? NONE : alike;
  }

  /** Adds one to the list of a face alone. */
  void append(int id, int other) {
    reserve(id);
    int[] list = lists[id];
    if (list == null) return;
    lists[id] = Arrays.copyOf(list, list.length + 1);
    lists[id][list.length] = other;
  }

  /** Leaves only these, and as many as are kept. */
  void retain(int id, IntPredicate wanted) {
    int[] list = lists[id];
    if (list != null) set(id, Arrays.stream(list).filter(wanted).toArray());
  }

  /** Forgets faces, also in the lists of others. */
  void remove(int[] ids, int[] remaining, IntPredicate present) {
    boolean unknown = false;
    for (int id : ids) {
      int[] list = lists[id];
      lists[id] = NONE;
      unknown |= list == null;
      if (list != null) for (int other : list) retain(other, present);
    }
    if (unknown) for (int id : remaining) retain(id, present);
  }

  private void reserve(int id) {
    if (id < lists.length) return;
    int from = lists.length;
    lists = Arrays.copyOf(lists, Math.max(id + 1, from + from / 4 + 16));
    Arrays.fill(lists, from, lists.length, NONE);
  }

  private static boolean contains(int[] list, int id) {
    for (int other : list) if (other == id) return true;
    return false;
  }
}
