package dev.facecore.internal.album;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceRef;
import dev.facecore.internal.dedup.Clusters;
import dev.facecore.internal.dedup.TestFaces;
import dev.facecore.stage.Readability;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * After any history the groups are those of all faces at once. More histories: {@code
 * -Dalbum.histories=2000}.
 */
class LiveGroupsLawTest {
  private static final int HISTORIES = Integer.getInteger("album.histories", 150);
  private static final int STEPS = 16;

  private Random random;
  private Kind kind;
  private int size;
  private LiveGroups live;
  private int images;
  private int refused;
  private int kept;
  private int people;

  /** What the faces of a history are like. */
  private enum Kind {
    /** Any direction: at a low threshold one region of alike faces. */
    ANY,
    /** Few directions: many similarities are equal. */
    LATTICE,
    /** Several sightings of few people. */
    PEOPLE,
    /** Each is near one that was there before. */
    CHAIN
  }

  @Test
  void holds_in_random_histories() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      random = new Random(seed);
      kind = Kind.values()[seed % Kind.values().length];
      size = kind == Kind.LATTICE ? 3 : 3 + random.nextInt(8);
      images = 0;
      live(seed);
    }
    assertTrue(refused > HISTORIES / 10, refused + " contradictions");
    assertTrue(kept > people / 2, kept + " of " + people + " people were not touched");
    assertTrue(people > 30 * HISTORIES, people + " people");
  }

  private void live(int seed) {
    double threshold = new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}[random.nextInt(6)];
    boolean distinct = random.nextInt(3) == 0;
    Readability readability =
        random.nextBoolean() ? Readability.NOT_MEASURED : new Readability(1.5, 3.5, 0.6);
    live = new LiveGroups(threshold, distinct, readability);
    Map<FaceRef, Set<FaceRef>> groups = new TreeMap<>();
    for (int step = 0; step < STEPS; step++) {
      if (random.nextInt(6) == 0) live = saved(threshold, distinct, readability);
      List<List<FaceRef>> touched = step(step);
      groups.keySet().retainAll(live.faces().keySet());
      for (List<FaceRef> group : touched) {
        group.forEach(ref -> groups.put(ref, Set.copyOf(group)));
      }
      String at = kind + ", seed " + seed + ", step " + step;
      List<FaceRef> refs = List.copyOf(live.faces().keySet());
      Set<Set<FaceRef>> expected =
          Clusters.group(
                  List.copyOf(live.faces().values()),
                  threshold,
                  distinct,
                  readability,
                  live.links(refs))
              .of(refs)
              .stream()
              .map(Set::copyOf)
              .collect(Collectors.toSet());
      assertEquals(expected, Set.copyOf(groups.values()), at);
      people += expected.size();
      kept += expected.size() - touched.size();
    }
  }

  private LiveGroups saved(double threshold, boolean distinct, Readability readability) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      live.save(new DataOutputStream(bytes));
      DataInput in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
      return LiveGroups.restore(
          threshold, distinct, readability, live.faces(), live.corrections(), in);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private List<List<FaceRef>> step(int step) {
    List<FaceRef> all = List.copyOf(live.faces().keySet());
    int what = step < 2 || all.size() < 8 ? 0 : random.nextInt(10);
    if (what < 3) return live.add(images(step == 0 ? 6 : 1 + random.nextInt(3)));
    FaceRef a = all.get(random.nextInt(all.size()));
    FaceRef b = all.get(random.nextInt(all.size()));
    if (what == 3) return live.remove(removed(a, b));
    List<FaceRef> corrected =
        all.stream().filter(ref -> !live.corrections().closure(ref).equals(Set.of(ref))).toList();
    if (corrected.size() > 1 && random.nextInt(3) == 0) {
      a = corrected.get(random.nextInt(corrected.size()));
      b = corrected.get(random.nextInt(corrected.size()));
    }
    if (a.equals(b)) return List.of();
    try {
      if (what < 6) return live.same(a, b);
      if (what < 8) return live.different(a, b);
    } catch (IllegalArgumentException contradiction) {
      refused++;
    }
    return withdrawn(a);
  }

  private List<List<FaceRef>> withdrawn(FaceRef a) {
    for (FaceRef other : live.faces().keySet()) {
      boolean known =
          live.corrections().sameAs(a).contains(other)
              || live.corrections().differentFrom(a).contains(other);
      if (known) return live.withdraw(a, other);
    }
    return List.of();
  }

  /** A face, an image, or two faces. */
  private Set<FaceRef> removed(FaceRef a, FaceRef b) {
    Set<FaceRef> removed = new TreeSet<>(List.of(a));
    if (random.nextBoolean()) removed.add(b);
    if (random.nextBoolean()) {
      live.faces().keySet().stream()
          .filter(ref -> ref.image().equals(a.image()))
          .forEach(removed::add);
    }
    return removed;
  }

  private Map<FaceRef, Face> images(int count) {
    Map<FaceRef, Face> added = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      int image = images++;
      // In no order, as ties are broken by it.
      String key = random.nextInt(1000) + "-" + image;
      int faces = random.nextInt(5);
      for (int f = 0; f < faces; f++) added.put(new FaceRef(key, f), face(image, added));
    }
    return added;
  }

  private Face face(int image, Map<FaceRef, Face> added) {
    List<Face> others = new ArrayList<>(live.faces().values());
    others.addAll(added.values());
    Face other = others.isEmpty() ? null : others.get(random.nextInt(others.size()));
    if (other != null && random.nextInt(8) == 0) return other.withImageIndex(image);
    float[] vector = new float[size];
    Random person = new Random(random.nextInt(5));
    for (int d = 0; d < size; d++) {
      vector[d] =
          switch (kind) {
            case ANY -> (float) (2 * random.nextGaussian());
            case LATTICE -> random.nextInt(3) - 1;
            case PEOPLE -> (float) (2 * person.nextGaussian() + random.nextGaussian());
            case CHAIN ->
                (float)
                    ((other == null ? 0 : 3 * other.embedding().value(d))
                        + 0.7 * random.nextGaussian());
          };
    }
    if (kind == Kind.LATTICE) vector[0] += 2;
    return TestFaces.face(image, random.nextInt(3) / 2.0, Embedding.of("test", vector));
  }
}
