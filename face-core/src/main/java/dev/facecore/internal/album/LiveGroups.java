package dev.facecore.internal.album;

import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceRef;
import dev.facecore.internal.dedup.AlikeFaces;
import dev.facecore.internal.dedup.Clusters;
import dev.facecore.internal.dedup.Links;
import dev.facecore.stage.Readability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The groups of {@link Clusters} for faces that come and go, kept up to date region by region.
 *
 * <p>Average linkage joins two groups only where a pair of their faces reaches the threshold, so no
 * group leaves its region: the faces that such pairs, equal embeddings and must-links connect. A
 * change touches the regions of its faces, and these alone are grouped again. A region may be
 * larger than need be after a removal; its groups are the same. Not thread-safe.
 */
public final class LiveGroups {
  private final double similarity;
  private final boolean samePhotoDistinct;
  private final Readability readability;
  private final Corrections corrections = new Corrections();
  private final Map<FaceRef, Face> faces = new TreeMap<>();
  private final Map<FaceRef, Region> regions = new HashMap<>();

  private static final class Region {
    private final Set<FaceRef> members = new LinkedHashSet<>();
  }

  /** No faces; the arguments are those of {@link Clusters#group}. */
  public LiveGroups(double similarity, boolean samePhotoDistinct, Readability readability) {
    this.similarity = similarity;
    this.samePhotoDistinct = samePhotoDistinct;
    this.readability = readability;
  }

  /** All faces in order. */
  public Map<FaceRef, Face> faces() {
    return faces;
  }

  /** Takes faces that are not there yet; returns the groups of the regions that they touch. */
  public List<List<FaceRef>> add(Map<FaceRef, Face> added) {
    if (added.isEmpty()) return List.of();
    faces.putAll(added);
    added.keySet().forEach(ref -> regionOf(ref).members.add(ref));
    List<FaceRef> all = new ArrayList<>(faces.keySet());
    List<FaceRef> fresh = new ArrayList<>(added.keySet());
    List<Embedding> old = all.stream().map(ref -> faces.get(ref).embedding()).toList();
    List<Embedding> wanted = fresh.stream().map(ref -> faces.get(ref).embedding()).toList();
    for (Links.Pair pair : AlikeFaces.find(old, wanted, similarity, readability)) {
      connect(all.get(pair.a()), fresh.get(pair.b()));
    }
    return regrouped(fresh);
  }

  /** Removes faces and what was said of them; returns the groups of the regions they were in. */
  public List<List<FaceRef>> remove(Set<FaceRef> removed) {
    Set<FaceRef> touched = new LinkedHashSet<>();
    for (FaceRef ref : removed) {
      corrections.forget(ref);
      faces.remove(ref);
      Region region = regions.remove(ref);
      region.members.remove(ref);
      touched.addAll(region.members);
    }
    touched.removeAll(removed);
    return regrouped(touched);
  }

  /** Joins two faces for good. */
  public List<List<FaceRef>> same(FaceRef a, FaceRef b) {
    corrections.addSame(a, b);
    connect(a, b);
    return regrouped(List.of(a));
  }

  /** Keeps two faces apart for good. */
  public List<List<FaceRef>> different(FaceRef a, FaceRef b) {
    corrections.addDifferent(a, b);
    return regions.get(a) == regions.get(b) ? regrouped(List.of(a)) : List.of();
  }

  /** Forgets what was said of a pair. */
  public List<List<FaceRef>> withdraw(FaceRef a, FaceRef b) {
    return corrections.withdraw(a, b) ? regrouped(List.of(a, b)) : List.of();
  }

  /** What was said of pairs of these faces, by their positions. */
  public Links links(List<FaceRef> refs) {
    Map<FaceRef, Integer> position = new HashMap<>();
    for (int i = 0; i < refs.size(); i++) position.put(refs.get(i), i);
    return new Links(
        Corrections.pairs(position.keySet(), corrections::sameAs).stream()
            .map(pair -> new Links.Pair(position.get(pair[0]), position.get(pair[1])))
            .toList(),
        Corrections.pairs(position.keySet(), corrections::differentFrom).stream()
            .map(pair -> new Links.Pair(position.get(pair[0]), position.get(pair[1])))
            .toList());
  }

  private Region regionOf(FaceRef ref) {
    return regions.computeIfAbsent(ref, face -> new Region());
  }

  private void connect(FaceRef a, FaceRef b) {
    Region one = regions.get(a);
    Region other = regions.get(b);
    if (one == other) return;
    Region larger = one.members.size() >= other.members.size() ? one : other;
    Region smaller = larger == one ? other : one;
    smaller.members.forEach(member -> regions.put(member, larger));
    larger.members.addAll(smaller.members);
  }

  private List<List<FaceRef>> regrouped(Iterable<FaceRef> touched) {
    Set<Region> open = new LinkedHashSet<>();
    for (FaceRef ref : touched) open.add(regions.get(ref));
    List<List<FaceRef>> groups = new ArrayList<>();
    for (Region region : open) {
      List<FaceRef> members = region.members.stream().sorted().toList();
      List<Face> content = members.stream().map(faces::get).toList();
      groups.addAll(
          Clusters.group(content, similarity, samePhotoDistinct, readability, links(members))
              .of(members));
    }
    return groups;
  }
}
