package dev.facecore.internal.dedup;

import dev.facecore.DedupMode;
import dev.facecore.Face;
import dev.facecore.FaceDeduplicator;
import dev.facecore.FaceIndex;
import dev.facecore.Person;
import dev.facecore.Sighting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Prints how the modes do against the plain loop and against what the machine can do, one after the
 * other in the same run, so that a busy machine slows all of them.
 *
 * <p>Arguments: the numbers of faces. {@code stream} before a number adds the faces one by one to
 * an index; {@code modes} leaves the plain loop out.
 */
public final class ScaleReport {
  private ScaleReport() {}

  public static void main(String... arguments) {
    System.out.printf(
        "Java %s, %d threads%n", Runtime.version(), ForkJoinPool.getCommonPoolParallelism() + 1);
    String what = "all";
    for (String argument : arguments) {
      if (argument.equals("stream") || argument.equals("modes")) what = argument;
      else if (what.equals("stream")) stream(Integer.parseInt(argument));
      else compare(Integer.parseInt(argument), what.equals("all"));
    }
  }

  private static void compare(int count, boolean withPlainLoop) {
    List<Face> crowd = Crowd.of(count);
    System.out.printf("%n%,d faces; the crowd takes %.0f MB%n", count, heap());
    peak();
    long[] times = {Long.MAX_VALUE, Long.MAX_VALUE};
    List<Person> first = List.of();
    int clusters = 0;
    for (int round = 0; round < (count < 50_000 ? 5 : 1); round++) {
      long start = System.nanoTime();
      first = FaceDeduplicator.of(DedupMode.FIRST, Crowd.THRESHOLD, false).group(crowd);
      long middle = System.nanoTime();
      clusters = FaceDeduplicator.of(DedupMode.CLUSTER, Crowd.THRESHOLD, false).group(crowd).size();
      times[0] = Math.min(times[0], middle - start);
      times[1] = Math.min(times[1], System.nanoTime() - middle);
    }
    double peak = peak();
    print("first", times[0], productsOfFirst(first, count), peak, first.size());
    print("cluster", times[1], count * (count - 1.0) / 2, peak, clusters);
    System.out.printf(Locale.ROOT, "cluster / first: %.2f%n", (double) times[1] / times[0]);
    if (!withPlainLoop) return;
    long start = System.nanoTime();
    int[] plain = PlainLoop.first(crowd, Crowd.THRESHOLD);
    long time = System.nanoTime() - start;
    print("plain loop", time, productsOfFirst(first, count), peak, first.size());
    System.out.printf(
        Locale.ROOT,
        "plain loop / first: %.1f, the same people: %s%n",
        (double) time / times[0],
        Arrays.equals(plain, numbers(first, count)));
  }

  private static void stream(int count) {
    List<Face> crowd = Crowd.of(count);
    double before = heap();
    System.out.printf("%n%,d faces, one by one into an index%n", count);
    FaceIndex index = FaceIndex.of(Crowd.THRESHOLD, false);
    int step = count / 10;
    for (int from = 0; from < count; from += step) {
      long start = System.nanoTime();
      for (Face face : crowd.subList(from, from + step)) index.add(face);
      double perFace = (System.nanoTime() - start) / 1e6 / step;
      System.out.printf(
          Locale.ROOT,
          "%,9d faces, %,6d people: %.3f ms a face, %.0f MB beside the faces%n",
          index.size(),
          index.people().size(),
          perFace,
          heap() - before);
    }
  }

  private static void print(String name, long nanos, double products, double peak, int people) {
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
    System.out.printf(Locale.ROOT, "peak of the loop in cache: %.1f GFLOP/s%n", best);
    return best;
  }

  private static double heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }
}
