package dev.facecore.internal.dedup;

import dev.facecore.DedupMode;
import dev.facecore.Face;
import dev.facecore.Person;
import dev.facecore.Sighting;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Prints how the modes do against the plain loop and against what the machine can do, round by
 * round in the same run, so that a busy machine slows all of them; the best round counts.
 *
 * <p>Arguments: the numbers of faces. {@code full} before a number runs the whole plain loop, where
 * otherwise above 10,000 faces every 20th round of it is run and its time scaled.
 */
public final class ScaleReport {
  /**
   * About half of the crowd's faces, whose lengths are 28 and one more or less, are not readable.
   */
  private static final FaceDeduplicator CLUSTER_BY_RULE =
      FaceDeduplicator.of(DedupMode.CLUSTER, Crowd.THRESHOLD, false)
          .withReadability(new Readability(26, 28, 0.2));

  private ScaleReport() {}

  public static void main(String... arguments) {
    System.out.printf(
        "Java %s, %d threads%n", Runtime.version(), ForkJoinPool.getCommonPoolParallelism() + 1);
    boolean full = false;
    for (String argument : arguments) {
      if (argument.equals("full")) full = true;
      else compare(Integer.parseInt(argument), full);
    }
  }

  private static void compare(int count, boolean full) {
    List<Face> crowd = Crowd.of(count);
    int every = full || count <= 10_000 ? 1 : 20;
    System.out.printf("%n%,d faces; the crowd takes %.0f MB%n", count, heap());
    double peak = 0;
    double first = Double.MAX_VALUE;
    double cluster = Double.MAX_VALUE;
    double matching = Double.MAX_VALUE;
    double plain = Double.MAX_VALUE;
    double products = 0;
    int clusters = 0;
    int readable = 0;
    int people = 0;
    int rounds = full ? 1 : count <= 10_000 ? 5 : 2;
    for (int round = 0; round < rounds; round++) {
      peak = Math.max(peak, peak());
      long start = System.nanoTime();
      List<Person> kept = group(DedupMode.FIRST, crowd);
      first = Math.min(first, System.nanoTime() - start);
      people = kept.size();
      products = productsOfFirst(kept, count);
      plain = Math.min(plain, PlainLoop.nanos(crowd, Crowd.THRESHOLD, numbers(kept, count), every));
      start = System.nanoTime();
      clusters = group(DedupMode.CLUSTER, crowd).size();
      cluster = Math.min(cluster, System.nanoTime() - start);
      start = System.nanoTime();
      readable = CLUSTER_BY_RULE.group(crowd).size();
      matching = Math.min(matching, System.nanoTime() - start);
    }
    System.out.printf(Locale.ROOT, "peak of the loop, its data in cache: %.1f GFLOP/s%n", peak);
    print("first", first, products, peak, people);
    print("cluster", cluster, count * (count - 1.0) / 2, peak, clusters);
    print("by rule", matching, count * (count - 1.0) / 2, peak, readable);
    print("plain loop", plain, products, peak, people);
    System.out.printf(
        Locale.ROOT,
        "plain loop / first: %.1f (1/%d of it run, the same answers); cluster / first: %.2f; by the rule for"
            + " unreadable faces / cluster: %.2f%n",
        plain / first,
        every,
        cluster / first,
        matching / cluster);
  }

  private static List<Person> group(DedupMode mode, List<Face> crowd) {
    return FaceDeduplicator.of(mode, Crowd.THRESHOLD, false).group(crowd);
  }

  private static void print(String name, double nanos, double products, double peak, int people) {
    double gigaflops = 2 * Crowd.SIZE * products / nanos;
    System.out.printf(
        Locale.ROOT,
        "%-10s %9.3f s, %,7d people, %6.1f GFLOP/s = %3.0f %% of the peak%n",
        name,
        nanos / 1e9,
        people,
        gigaflops,
        100 * gigaflops / peak);
  }

  /** How many similarities the plain loop takes: for each face the people before it. */
  private static double productsOfFirst(List<Person> people, int faces) {
    int[] numbers = numbers(people, faces);
    double products = 0;
    int known = 0;
    for (int number : numbers) {
      products += known;
      known = Math.max(known, number + 1);
    }
    return products;
  }

  private static int[] numbers(List<Person> people, int faces) {
    int[] numbers = new int[faces];
    for (int p = 0; p < people.size(); p++) {
      for (Sighting seen : people.get(p).sightings()) numbers[seen.faceIndex()] = p;
    }
    return numbers;
  }

  /** GFLOP/s of the same loop on all cores with its data in cache. */
  private static double peak() {
    int tasks = 10_000;
    double best = 0;
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      Supplier<IntConsumer> worker =
          () -> {
            PanelBenchmark loop = new PanelBenchmark();
            PanelBenchmark.Work work = new PanelBenchmark.Work();
            loop.fill();
            return task -> loop.dots(work);
          };
      Cores.run(tasks, worker);
      double seconds = (System.nanoTime() - start) / 1e9;
      best = Math.max(best, PanelBenchmark.GIGAFLOPS * tasks / seconds);
    }
    return best;
  }

  private static double heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }
}
