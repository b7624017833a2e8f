package dev.facecore.internal.dedup;

import java.util.List;

/** Groups as the means of their vectors. */
record GroupVectors(List<Group> groups, int size, Matching matching) implements Vectors {
  @Override
  public int count() {
    return groups.size();
  }

  @Override
  public void copy(int index, float[] target) {
    groups.get(index).copyMean(target);
  }

  @Override
  public double similarity(int a, int b) {
    return groups.get(a).similarity(groups.get(b));
  }

  @Override
  public boolean compatible(int a, int b) {
    return groups.get(a).mayJoin(groups.get(b));
  }
}
