package dev.facecore.internal.dedup;

import dev.facecore.Face;
import dev.facecore.FaceAlbum;
import dev.facecore.stage.Readability;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints what an album costs that grows: the time of the first faces at once, of 100 more ten
 * times, of single images and of suggestions, and the heap.
 *
 * <p>Arguments: how many faces there are first. Strangers resemble each other as often as those of
 * {@code ArcFace} do, so that chance pairs connect nearly all people.
 */
public final class AlbumGrowth {
  private static final int DIRECTIONS = 80;
  private static final int AT_ONCE = 5_000;
  private static final int ROUNDS = 10;
  private static final int ADDED = 100;

  private AlbumGrowth() {}

  public static void main(String... arguments) {
    int count = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
    List<Face> crowd = Crowd.of(count + ROUNDS * (ADDED + 1), DIRECTIONS);
    crowd.replaceAll(AlbumGrowth::withoutHeadshot);
    System.out.printf(Locale.ROOT, "heap of the faces alone: %.0f MB%n", heap());
    FaceAlbum album = FaceAlbum.of(Crowd.THRESHOLD, false, Readability.NOT_MEASURED);
    double seconds = 0;
    for (int from = 0; from < count; from += AT_ONCE) {
      int start = from;
      int end = Math.min(count, from + AT_ONCE);
      seconds += seconds(() -> album.putAll(images(crowd, start, end)));
    }
    System.out.printf(
        Locale.ROOT,
        "%,d faces, %,d in a call: %.1f s, %,d people; heap %.0f MB%n",
        count,
        AT_ONCE,
        seconds,
        album.people().size(),
        heap());
    double[] hundred = new double[ROUNDS];
    double[] single = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      int from = count + round * (ADDED + 1);
      hundred[round] = seconds(() -> album.putAll(images(crowd, from, from + ADDED)));
      single[round] =
          seconds(() -> album.put("" + (from + ADDED), List.of(crowd.get(from + ADDED))));
    }
    print("100 faces more", hundred);
    print("one image more", single);
    print("suggestions", new double[] {seconds(() -> album.suggestions(0.3, 100))});
    System.out.printf(Locale.ROOT, "heap %.0f MB%n", heap());
  }

  private static Map<String, List<Face>> images(List<Face> crowd, int from, int to) {
    Map<String, List<Face>> images = new LinkedHashMap<>();
    for (int i = from; i < to; i++) images.put("" + i, List.of(crowd.get(i)));
    return images;
  }

  private static Face withoutHeadshot(Face f) {
    return new Face(
        f.imageIndex(), f.box(), f.landmarks(), f.confidence(), f.quality(), f.embedding(), null);
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void print(String name, double[] seconds) {
    Arrays.sort(seconds);
    System.out.printf(
        Locale.ROOT,
        "%s: median %.3f s, worst %.3f s%n",
        name,
        seconds[seconds.length / 2],
        seconds[seconds.length - 1]);
  }

  private static double heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }
}
