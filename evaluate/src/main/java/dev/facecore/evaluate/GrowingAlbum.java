package dev.facecore.evaluate;

import dev.facecore.AlbumPerson;
import dev.facecore.DedupMode;
import dev.facecore.Face;
import dev.facecore.FaceAlbum;
import dev.facecore.FaceRef;
import dev.facecore.Person;
import dev.facecore.Sighting;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Faces that come into an album batch by batch, of which some go and come back at the end. */
final class GrowingAlbum {
  // Of the images that are there, in percent, after every batch.
  private static final int REMOVED = 3;

  private final LabelledFaces labelled;
  private final double threshold;
  private final Readability readability;
  private final Random random;
  private final FaceAlbum album;
  private final Set<Integer> present = new TreeSet<>();
  private final Set<Integer> gone = new TreeSet<>();
  private Map<UUID, List<FaceRef>> before = Map.of();
  private int steps;
  private int asAtOnce;
  private int removals;
  private long known;
  private long kept;
  private double worst = 1;

  GrowingAlbum(LabelledFaces labelled, double threshold, Readability readability, long seed) {
    this.labelled = labelled;
    this.threshold = threshold;
    this.readability = readability;
    random = new Random(seed);
    album = FaceAlbum.of(threshold, false, readability);
  }

  /** Lives its life; what was seen, by the names of the report. */
  Map<String, Object> run(int batches) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < labelled.faces().size(); i++) order.add(i);
    Collections.shuffle(order, random);
    for (int batch = 0; batch < batches; batch++) {
      put(order.subList(at(batch, batches), at(batch + 1, batches)));
      List<Integer> all = new ArrayList<>(present);
      Collections.shuffle(all, random);
      for (int i : all.subList(0, all.size() * REMOVED / 100)) {
        album.remove(key(i));
        present.remove(i);
        gone.add(i);
        removals++;
      }
      look();
    }
    put(List.copyOf(gone));
    look();
    return report();
  }

  private int at(int batch, int batches) {
    return (int) ((long) labelled.faces().size() * batch / batches);
  }

  private void put(List<Integer> images) {
    Map<String, List<Face>> added = new LinkedHashMap<>();
    for (int i : images) added.put(key(i), List.of(labelled.faces().get(i)));
    album.putAll(added);
    present.addAll(images);
    gone.removeAll(images);
  }

  private void look() {
    steps++;
    Map<UUID, List<FaceRef>> now = new HashMap<>();
    for (AlbumPerson person : album.people()) now.put(person.id(), person.faces());
    Set<Set<Integer>> people =
        now.values().stream().map(GrowingAlbum::images).collect(Collectors.toSet());
    if (people.equals(atOnce())) asAtOnce++;
    Map<FaceRef, UUID> personOf = new HashMap<>();
    now.forEach((id, faces) -> faces.forEach(ref -> personOf.put(ref, id)));
    long remaining = 0;
    long same = 0;
    for (Map.Entry<UUID, List<FaceRef>> person : before.entrySet()) {
      Map<UUID, Integer> counts = new HashMap<>();
      for (FaceRef ref : person.getValue()) {
        if (personOf.containsKey(ref)) counts.merge(personOf.get(ref), 1, Integer::sum);
      }
      if (counts.isEmpty()) continue;
      remaining++;
      if (counts.getOrDefault(person.getKey(), 0).equals(Collections.max(counts.values()))) same++;
    }
    known += remaining;
    kept += same;
    if (remaining > 0) worst = Math.min(worst, (double) same / remaining);
    before = now;
  }

  private Set<Set<Integer>> atOnce() {
    List<Integer> images = List.copyOf(present);
    List<Face> faces = images.stream().map(labelled.faces()::get).toList();
    Set<Set<Integer>> people = new HashSet<>();
    for (Person person : cluster().group(faces)) {
      people.add(
          person.sightings().stream()
              .map(Sighting::faceIndex)
              .map(images::get)
              .collect(Collectors.toSet()));
    }
    return people;
  }

  private FaceDeduplicator cluster() {
    return FaceDeduplicator.of(DedupMode.CLUSTER, threshold, false).withReadability(readability);
  }

  private Map<String, Object> report() {
    int[] groups = new int[labelled.faces().size()];
    int group = 0;
    for (List<FaceRef> faces : before.values()) {
      for (int image : images(faces)) groups[image] = group;
      group++;
    }
    int[] atOnce = new int[groups.length];
    group = 0;
    for (Person person : cluster().group(labelled.faces())) {
      for (Sighting seen : person.sightings()) atOnce[seen.faceIndex()] = group;
      group++;
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("images", groups.length);
    report.put("people", before.size());
    report.put("removed_and_put_again", removals);
    report.put("states", steps);
    report.put("states_as_at_once", asAtOnce);
    report.put("f1", PairwiseScore.of(labelled.people(), groups).f1());
    report.put("f1_at_once", PairwiseScore.of(labelled.people(), atOnce).f1());
    report.put("ids_kept", known == 0 ? 1 : (double) kept / known);
    report.put("ids_kept_worst_state", worst);
    return report;
  }

  private static String key(int image) {
    return Integer.toString(image);
  }

  private static Set<Integer> images(List<FaceRef> faces) {
    return faces.stream().map(FaceRef::image).map(Integer::valueOf).collect(Collectors.toSet());
  }
}
