package dev.facecore.internal.dedup;

import dev.facecore.Face;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The saved form of what {@link LiveClusters} remembers beside faces and links: the ranks, for each
 * face the others that are alike, for each person the joins. Faces are saved by their positions.
 */
final class LiveClustersForm {
  private static final int VERSION = 1;
  private static final int NOT_LISTED = -1;
  // In a person's joins: those of the two last groups, and the end. Else the size of a group.
  private static final int JOIN = 0;
  private static final int END = -1;

  private LiveClustersForm() {}

  /**
   * @param ids the faces by position
   * @param position the other way round
   */
  static void write(
      DataOutput out,
      int[] ids,
      IntUnaryOperator position,
      FaceTable table,
      AlikeLists alike,
      MergeForest forest)
      throws IOException {
    out.writeByte(VERSION);
    out.writeInt(ids.length);
    for (int id : table.byRank()) out.writeInt(position.applyAsInt(id));
    for (int id : ids) {
      int[] list = alike.of(id);
      out.writeInt(list == null ? NOT_LISTED : list.length);
      if (list != null) for (int other : list) out.writeInt(position.applyAsInt(other));
    }
    for (int id : ids) {
      MergeNode root = forest.rootOf(id);
      if (root.first != id) continue;
      List<MergeNode> nodes = root.nodes();
      for (int n = nodes.size() - 1; n >= 0; n--) {
        MergeNode node = nodes.get(n);
        out.writeInt(node.isLeaf() ? node.size : JOIN);
        if (!node.isLeaf()) out.writeDouble(node.similarity);
        else for (int face : node.faces()) out.writeInt(position.applyAsInt(face));
      }
      out.writeInt(END);
    }
  }

  /**
   * Reads it; the faces take their positions as numbers.
   *
   * @throws IOException if it is damaged, of another version, or of other faces
   */
  static void read(
      DataInput in, List<Face> faces, FaceTable table, AlikeLists alike, MergeForest forest)
      throws IOException {
    int count = faces.size();
    require(in.readByte() == VERSION && in.readInt() == count);
    table.restore(faces, distinct(in, count, new boolean[count]));
    for (int id = 0; id < count; id++) {
      int length = in.readInt();
      require(length >= NOT_LISTED && length < count);
      alike.set(id, length == NOT_LISTED ? null : numbers(in, length, count));
    }
    boolean[] seen = new boolean[count];
    for (int left = count; left > 0; ) left -= forest.setRoot(root(in, seen, table, forest)).length;
  }

  private static MergeNode root(DataInput in, boolean[] seen, FaceTable table, MergeForest forest)
      throws IOException {
    Deque<MergeNode> parts = new ArrayDeque<>();
    while (true) {
      int size = in.readInt();
      if (size == END) break;
      require(size > 0 && size <= seen.length || size == JOIN && parts.size() > 1);
      if (size == JOIN) {
        double similarity = in.readDouble();
        require(Math.abs(similarity) < 2);
        parts.push(MergeNode.join(parts.pop(), parts.pop(), similarity, table));
      } else {
        MergeNode leaf = MergeNode.leaf(distinct(in, size, seen));
        forest.setLeaf(leaf);
        parts.push(leaf);
      }
    }
    require(parts.size() == 1);
    return parts.pop();
  }

  /** Reads numbers that were not read before. */
  private static int[] distinct(DataInput in, int length, boolean[] seen) throws IOException {
    int[] ids = numbers(in, length, seen.length);
    for (int id : ids) {
      require(!seen[id]);
      seen[id] = true;
    }
    return ids;
  }

  private static int[] numbers(DataInput in, int length, int count) throws IOException {
    int[] ids = new int[length];
    for (int i = 0; i < length; i++) {
      ids[i] = in.readInt();
      require(ids[i] >= 0 && ids[i] < count);
    }
    return ids;
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) throw new IOException("the saved groups are damaged or of another version");
  }
}
