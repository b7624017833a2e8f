package dev.facecore.internal.album;

import dev.facecore.Face;
import dev.facecore.FaceRef;
import dev.facecore.internal.dedup.Clusters;
import dev.facecore.internal.dedup.Links;
import dev.facecore.internal.dedup.LiveClusters;
import dev.facecore.stage.Readability;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The groups of {@link Clusters} for faces that come and go, under corrections; each change costs
 * what it touches. Changes return the groups that they touched, in order, of which some may be as
 * they were. Not thread-safe.
 */
public final class LiveGroups {
  private final Corrections corrections;
  private final Map<FaceRef, Face> faces = new TreeMap<>();
  private final LiveClusters clusters;

  // The number of each face for the clusters, and back; numbers of removed faces are used again.
  private final Map<FaceRef, Integer> numbers = new HashMap<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private FaceRef[] refs = new FaceRef[16];
  private int used;

  /** No faces; the arguments are those of {@link Clusters#group}. */
  public LiveGroups(double similarity, boolean samePhotoDistinct, Readability readability) {
    this(similarity, samePhotoDistinct, readability, new Corrections());
  }

  private LiveGroups(
      double similarity,
      boolean samePhotoDistinct,
      Readability readability,
      Corrections corrections) {
    this.corrections = corrections;
    Comparator<Integer> ties = Comparator.comparing(number -> refs[number]);
    clusters = new LiveClusters(similarity, samePhotoDistinct, readability, ties);
  }

  /**
   * Restores what {@link #save} wrote, without grouping.
   *
   * @param faces those that were there; faces of one picture have one image index, those of two
   *     have two
   * @param corrections those that were there; to be changed through this object only
   * @throws IOException if it is damaged, of another version, or of other faces
   */
  static LiveGroups restore(
      double similarity,
      boolean samePhotoDistinct,
      Readability readability,
      Map<FaceRef, Face> faces,
      Corrections corrections,
      DataInput in)
      throws IOException {
    LiveGroups live = new LiveGroups(similarity, samePhotoDistinct, readability, corrections);
    live.faces.putAll(faces);
    List<FaceRef> refs = List.copyOf(live.faces.keySet());
    refs.forEach(live::numbered);
    live.clusters.restore(List.copyOf(live.faces.values()), live.links(refs), in);
    return live;
  }

  /** Saves what is remembered of the groups beside faces and corrections. */
  void save(DataOutput out) throws IOException {
    clusters.save(out, faces.keySet().stream().mapToInt(numbers::get).toArray());
  }

  /** All faces in order. */
  public Map<FaceRef, Face> faces() {
    return faces;
  }

  /** What was said of pairs of these faces; to be changed through this object only. */
  Corrections corrections() {
    return corrections;
  }

  /** Takes faces that are not there yet; many at once cost far less than one by one. */
  public List<List<FaceRef>> add(Map<FaceRef, Face> added) {
    List<FaceRef> fresh = new ArrayList<>(added.keySet());
    faces.putAll(added);
    int[] ids = fresh.stream().mapToInt(this::numbered).toArray();
    return groups(clusters.add(ids, fresh.stream().map(added::get).toList()));
  }

  /** Removes faces and what was said of them. */
  public List<List<FaceRef>> remove(Set<FaceRef> removed) {
    int[] ids = removed.stream().mapToInt(numbers::get).toArray();
    List<List<FaceRef>> groups = groups(clusters.remove(ids));
    for (FaceRef ref : removed) {
      corrections.forget(ref);
      faces.remove(ref);
      int number = numbers.remove(ref);
      refs[number] = null;
      free.push(number);
    }
    return groups;
  }

  /** Joins two faces for good. */
  public List<List<FaceRef>> same(FaceRef a, FaceRef b) {
    corrections.addSame(a, b);
    return groups(clusters.same(numbers.get(a), numbers.get(b)));
  }

  /** Keeps two faces apart for good. */
  public List<List<FaceRef>> different(FaceRef a, FaceRef b) {
    corrections.addDifferent(a, b);
    return groups(clusters.different(numbers.get(a), numbers.get(b)));
  }

  /** Forgets what was said of a pair. */
  public List<List<FaceRef>> withdraw(FaceRef a, FaceRef b) {
    if (!corrections.withdraw(a, b)) return List.of();
    return groups(clusters.withdraw(numbers.get(a), numbers.get(b)));
  }

  /** What was said of pairs of these faces, by their positions. */
  public Links links(List<FaceRef> all) {
    Map<FaceRef, Integer> position = new HashMap<>();
    for (int i = 0; i < all.size(); i++) position.put(all.get(i), i);
    return new Links(
        Corrections.pairs(position.keySet(), corrections::sameAs).stream()
            .map(pair -> new Links.Pair(position.get(pair[0]), position.get(pair[1])))
            .toList(),
        Corrections.pairs(position.keySet(), corrections::differentFrom).stream()
            .map(pair -> new Links.Pair(position.get(pair[0]), position.get(pair[1])))
            .toList());
  }

  private int numbered(FaceRef ref) {
    int number = free.isEmpty() ? used++ : free.pop();
    if (number == refs.length) refs = Arrays.copyOf(refs, refs.length + refs.length / 4);
    refs[number] = ref;
    numbers.put(ref, number);
    return number;
  }

  private List<List<FaceRef>> groups(List<int[]> found) {
    return found.stream()
        .map(ids -> IntStream.of(ids).mapToObj(number -> refs[number]).sorted().toList())
        .sorted(Comparator.comparing((List<FaceRef> group) -> group.get(0)))
        .toList();
  }
}
