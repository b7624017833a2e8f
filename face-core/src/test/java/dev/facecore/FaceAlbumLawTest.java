package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.internal.dedup.Clusters;
import dev.facecore.internal.dedup.Links;
import dev.facecore.internal.dedup.TestFaces;
import dev.facecore.stage.Readability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * At any moment the people of an album are those of all its faces at once. More histories: {@code
 * -Dalbum.histories=2000}.
 */
class FaceAlbumLawTest {
  private static final int HISTORIES = Integer.getInteger("album.histories", 200);

  private final List<FaceRef[]> same = new ArrayList<>();
  private final List<FaceRef[]> different = new ArrayList<>();
  private final Map<FaceRef, Face> faces = new TreeMap<>();
  private final Set<String> keys = new HashSet<>();
  private int pictures;
  private int refused;
  private int checks;
  private int kept;

  @Test
  void holds_in_random_histories() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      same.clear();
      different.clear();
      faces.clear();
      keys.clear();
      live(new Random(seed), seed);
    }
    assertTrue(refused > HISTORIES / 20, refused + " contradictions");
    assertTrue(kept > HISTORIES / 20, kept + " faces stayed the same");
    assertTrue(checks == 12 * HISTORIES, checks + " checks");
  }

  private void live(Random random, int seed) {
    boolean distinct = random.nextBoolean();
    double threshold = new double[] {0.3, 0.5, 0.7}[random.nextInt(3)];
    Readability readability =
        random.nextBoolean() ? Readability.NOT_MEASURED : new Readability(1.5, 3.5, 0.6);
    FaceAlbum album = FaceAlbum.of(threshold, distinct, readability);
    for (int step = 0; step < 12; step++) {
      step(album, random);
      assertEquals(
          atOnce(threshold, distinct, readability), people(album), "seed " + seed + ", " + step);
      checks++;
    }
  }

  private void step(FaceAlbum album, Random random) {
    List<FaceRef> all = List.copyOf(faces.keySet());
    int what = random.nextInt(10);
    if (what < 5 || all.size() < 2) {
      String key = "p" + random.nextInt(12);
      boolean there = !keys.add(key);
      List<Face> fresh = picture(random);
      replace(key, fresh);
      for (int i = 0; i < fresh.size(); i++) faces.put(new FaceRef(key, i), fresh.get(i));
      if (there || random.nextBoolean()) album.replace(key, fresh);
      else album.put(key, fresh);
      return;
    }
    FaceRef a = all.get(random.nextInt(all.size()));
    FaceRef b = all.get(random.nextInt(all.size()));
    if (what == 5) {
      forget(a.image(), true);
      keys.remove(a.image());
      assertTrue(album.remove(a.image()));
    } else if (!a.equals(b)) {
      correct(album, what, a, b);
    }
  }

  private void correct(FaceAlbum album, int what, FaceRef a, FaceRef b) {
    if (what == 6) {
      album.withdraw(a, b);
      same.removeIf(pair -> Set.of(pair).equals(Set.of(a, b)));
      different.removeIf(pair -> Set.of(pair).equals(Set.of(a, b)));
      return;
    }
    try {
      if (what == 7) album.same(a, b);
      else album.different(a, b);
      (what == 7 ? same : different).add(new FaceRef[] {a, b});
    } catch (IllegalArgumentException contradiction) {
      refused++;
    }
  }

  private void forget(String key, boolean withWhatWasSaid) {
    if (withWhatWasSaid) {
      same.removeIf(pair -> pair[0].image().equals(key) || pair[1].image().equals(key));
      different.removeIf(pair -> pair[0].image().equals(key) || pair[1].image().equals(key));
    }
    faces.keySet().removeIf(ref -> ref.image().equals(key));
  }

  /** What was said of a face stays where a new one is the same, the most alike first. */
  private void replace(String key, List<Face> fresh) {
    List<FaceRef> old = faces.keySet().stream().filter(ref -> ref.image().equals(key)).toList();
    Map<FaceRef, FaceRef> matched = new HashMap<>();
    for (double best = 1; best > 0; ) {
      best = 0;
      FaceRef[] pair = null;
      for (FaceRef ref : old) {
        for (int i = 0; i < fresh.size(); i++) {
          FaceRef to = new FaceRef(key, i);
          double alike = faces.get(ref).box().overlap(fresh.get(i).box());
          if (faces.get(ref).embedding().equals(fresh.get(i).embedding())) alike += 2;
          if (alike < 0.5 || alike <= best) continue;
          if (matched.containsKey(ref) || matched.containsValue(to)) continue;
          best = alike;
          pair = new FaceRef[] {ref, to};
        }
      }
      if (pair != null) matched.put(pair[0], pair[1]);
    }
    kept += matched.size();
    for (List<FaceRef[]> said : List.of(same, different)) {
      List<FaceRef[]> stay = new ArrayList<>();
      for (FaceRef[] pair : said) {
        FaceRef a = old.contains(pair[0]) ? matched.get(pair[0]) : pair[0];
        FaceRef b = old.contains(pair[1]) ? matched.get(pair[1]) : pair[1];
        if (a != null && b != null) stay.add(new FaceRef[] {a, b});
      }
      said.clear();
      said.addAll(stay);
    }
    forget(key, false);
  }

  private List<Face> picture(Random random) {
    List<Face> fresh = new ArrayList<>();
    pictures++;
    for (int n = random.nextInt(4); n > 0; n--) {
      List<Face> all = List.copyOf(faces.values());
      if (!all.isEmpty() && random.nextInt(8) == 0) {
        fresh.add(all.get(random.nextInt(all.size())).withImageIndex(pictures));
        continue;
      }
      float[] vector = new float[3];
      for (int d = 0; d < 3; d++) vector[d] = (float) (2 * random.nextGaussian());
      Face face = TestFaces.face(pictures, random.nextInt(3) / 2.0, vector);
      double x = 4 * random.nextInt(9);
      fresh.add(
          new Face(
              pictures,
              new Box(x, random.nextInt(2), 10, 10),
              face.landmarks(),
              face.confidence(),
              face.quality(),
              face.embedding(),
              null));
    }
    return fresh;
  }

  private Set<Set<FaceRef>> atOnce(double threshold, boolean distinct, Readability readability) {
    List<FaceRef> refs = new ArrayList<>(faces.keySet());
    Links links = new Links(positions(same, refs), positions(different, refs));
    List<Face> content = List.copyOf(faces.values());
    return Clusters.group(content, threshold, distinct, readability, links).of(refs).stream()
        .map(Set::copyOf)
        .collect(Collectors.toSet());
  }

  private static List<Links.Pair> positions(List<FaceRef[]> pairs, List<FaceRef> refs) {
    return pairs.stream()
        .map(pair -> new Links.Pair(refs.indexOf(pair[0]), refs.indexOf(pair[1])))
        .toList();
  }

  private static Set<Set<FaceRef>> people(FaceAlbum album) {
    Set<Set<FaceRef>> people = new HashSet<>();
    album.people().forEach(person -> people.add(Set.copyOf(person.faces())));
    return people;
  }
}
