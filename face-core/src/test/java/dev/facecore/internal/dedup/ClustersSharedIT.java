package dev.facecore.internal.dedup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.DedupMode;
import dev.facecore.Face;
import dev.facecore.LfwPeople;
import dev.facecore.Person;
import dev.facecore.Sighting;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The modes on real faces: exactly the textbook's groups, and nearly the true ones. */
class ClustersSharedIT {
  private static final double THRESHOLD = 0.4;

  private static LfwPeople lfw;

  @BeforeAll
  static void load() throws IOException {
    lfw = LfwPeople.load();
    assertEquals(1462, lfw.faces().size());
  }

  @Test
  void first_equals_the_plain_double_loop_and_confuses_some() {
    List<Person> people = group(DedupMode.FIRST);
    int[] keptFaces = new int[lfw.faces().size()];
    for (Person person : people) {
      int kept = person.sightings().get(0).faceIndex();
      for (Sighting seen : person.sightings()) keptFaces[seen.faceIndex()] = kept;
    }
    assertArrayEquals(NaiveFirst.keptFaceOf(lfw.faces(), THRESHOLD, false), keptFaces);
    double f1 = f1(people);
    assertTrue(f1 > 0.9 && f1 < 0.98, "F1 " + f1);
  }

  @Test
  void best_has_the_groups_of_first() {
    assertEquals(groups(group(DedupMode.FIRST)), groups(group(DedupMode.BEST)));
  }

  @Test
  void cluster_equals_the_textbook_and_nearly_the_truth() {
    List<Person> people = group(DedupMode.CLUSTER);
    assertEquals(NaiveUpgma.group(lfw.faces(), THRESHOLD, false), groups(people));
    double f1 = f1(people);
    assertTrue(f1 >= 0.985, "F1 " + f1);
  }

  @Test
  void cluster_under_corrections_equals_the_textbook() {
    Random random = new Random(1);
    List<Links.Pair> same = new ArrayList<>();
    List<Links.Pair> different = new ArrayList<>();
    while (same.size() < 50 || different.size() < 200) {
      Links.Pair pair =
          new Links.Pair(random.nextInt(lfw.faces().size()), random.nextInt(lfw.faces().size()));
      boolean onePerson = lfw.names().get(pair.a()).equals(lfw.names().get(pair.b()));
      if (onePerson && pair.a() != pair.b() && same.size() < 50) same.add(pair);
      if (!onePerson && different.size() < 200) different.add(pair);
    }
    // Wrong on purpose: the faces of one person that average linkage joins through others.
    List<Integer> largest =
        group(DedupMode.CLUSTER).stream()
            .map(person -> person.sightings().stream().map(Sighting::faceIndex).toList())
            .max(Comparator.comparingInt(List::size))
            .get();
    different.add(new Links.Pair(largest.get(0), largest.get(1)));
    same.removeIf(pair -> largest.contains(pair.a()));
    Links links = new Links(same, different);

    Grouping found = Clusters.group(lfw.faces(), THRESHOLD, false, Readability.NOT_MEASURED, links);

    Set<Set<Integer>> expected =
        NaiveUpgma.group(lfw.faces(), THRESHOLD, false, Readability.NOT_MEASURED, links);
    assertEquals(expected, groups(found.peopleByQuality(lfw.faces())));
    assertEquals(expected, grown(links));
  }

  /** The groups when faces and links come by and by, of which some are wrong and withdrawn. */
  private static Set<Set<Integer>> grown(Links links) {
    LiveClusters live =
        new LiveClusters(THRESHOLD, false, Readability.NOT_MEASURED, Comparator.naturalOrder());
    Map<Integer, Set<Integer>> groups = new HashMap<>();
    int half = lfw.faces().size() / 2;
    put(groups, live.add(IntStream.range(0, half).toArray(), lfw.faces().subList(0, half)));
    for (int a = 0; a < 40; a += 2) put(groups, live.same(a, a + 1));
    for (int a = half; a < lfw.faces().size(); a++) {
      put(groups, live.add(new int[] {a}, lfw.faces().subList(a, a + 1)));
    }
    for (int a = 0; a < 40; a += 2) put(groups, live.withdraw(a, a + 1));
    for (Links.Pair pair : links.different()) put(groups, live.different(pair.a(), pair.b()));
    for (Links.Pair pair : links.same()) put(groups, live.same(pair.a(), pair.b()));
    return Set.copyOf(groups.values());
  }

  private static void put(Map<Integer, Set<Integer>> groups, List<int[]> touched) {
    for (int[] ids : touched) {
      Set<Integer> group = IntStream.of(ids).boxed().collect(Collectors.toSet());
      group.forEach(id -> groups.put(id, group));
    }
  }

  private static List<Person> group(DedupMode mode) {
    return FaceDeduplicator.of(mode, THRESHOLD, false).group(lfw.faces());
  }

  private static Set<Set<Integer>> groups(List<Person> people) {
    return people.stream()
        .map(
            person ->
                person.sightings().stream().map(Sighting::faceIndex).collect(Collectors.toSet()))
        .collect(Collectors.toSet());
  }

  /** Over all pairs of faces: joined and of one person, against joined or of one person. */
  private static double f1(List<Person> people) {
    List<Face> faces = lfw.faces();
    int[] group = new int[faces.size()];
    for (int person = 0; person < people.size(); person++) {
      for (Sighting seen : people.get(person).sightings()) group[seen.faceIndex()] = person;
    }
    int joined = 0;
    int one = 0;
    int both = 0;
    for (int a = 0; a < faces.size(); a++) {
      for (int b = 0; b < a; b++) {
        boolean samePerson = lfw.names().get(a).equals(lfw.names().get(b));
        if (group[a] == group[b]) joined++;
        if (samePerson) one++;
        if (group[a] == group[b] && samePerson) both++;
      }
    }
    return 2.0 * both / (joined + one);
  }
}
