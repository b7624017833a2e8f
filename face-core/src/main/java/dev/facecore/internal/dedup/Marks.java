package dev.facecore.internal.dedup;

import java.util.Arrays;

/** Sets of numbers, as ascending arrays: what a group shows of that keeps it apart from others. */
final class Marks {
  static final int[] NONE = {};

  private Marks() {}

  static boolean meet(int[] a, int[] b) {
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) return true;
      if (a[i] < b[j]) i++;
      else j++;
    }
    return false;
  }

  static int[] merged(int[] a, int[] b) {
    if (a.length == 0 || b.length == 0) return a.length == 0 ? b : a;
    int[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    Arrays.sort(both);
    return both;
  }
}
