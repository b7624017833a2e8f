package dev.facecore.internal.dedup;

import dev.facecore.Face;
import dev.facecore.FaceAlbum;
import dev.facecore.stage.Readability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints what an album in a folder costs: its files, opening and reading it, putting 100 images of
 * one face, a correction, and removing an image.
 *
 * <p>Arguments: the number of faces, and a folder. An album that is there is opened; else one is
 * made, which takes most of the time.
 */
public final class SavedAlbumReport {
  private static final int DIRECTIONS = 80;
  private static final int ADDED = 100;
  private static final int ROUNDS = 5;

  private SavedAlbumReport() {}

  public static void main(String... arguments) throws IOException {
    int count = Integer.parseInt(arguments[0]);
    Path folder = Path.of(arguments[1]);
    if (!Files.exists(folder.resolve("album.faces"))) make(count, folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        System.out.printf(
            Locale.ROOT, "%s: %.1f MB%n", file.getFileName(), Files.size(file) / 1e6);
      }
    }
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      FaceAlbum.read(folder).people();
      print("read", start);
    }
    long start = System.nanoTime();
    try (FaceAlbum album = FaceAlbum.open(folder)) {
      print("open", start);
      System.out.printf("%,d people; heap %.0f MB%n", album.people().size(), heap());
      change(album, count);
      System.out.printf("heap %.0f MB%n", heap());
      start = System.nanoTime();
    }
    print("close", start);
  }

  private static void make(int count, Path folder) throws IOException {
    List<Face> crowd = crowd(count).subList(0, count);
    long start = System.nanoTime();
    try (FaceAlbum album =
        FaceAlbum.create(folder, Crowd.THRESHOLD, false, Readability.NOT_MEASURED)) {
      album.putAll(images("image ", crowd));
    }
    print("make", start);
  }

  private static void change(FaceAlbum album, int count) {
    List<Face> more = List.copyOf(crowd(count).subList(count, count + ROUNDS * ADDED));
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, List<Face>> images =
          images("more " + round + " ", more.subList(round * ADDED, (round + 1) * ADDED));
      long start = System.nanoTime();
      album.putAll(images);
      print(round == 0 ? "put 100, first change" : "put 100", start);
    }
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      album.same(album.people().get(i).faces().get(0), album.people().get(20 + i).faces().get(0));
      print("same", start);
    }
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      album.remove("more " + round + " 0");
      print("remove", start);
    }
  }

  /** The faces of the album, and those that are put later. */
  private static List<Face> crowd(int count) {
    return Crowd.of(count + ROUNDS * ADDED, DIRECTIONS);
  }

  private static Map<String, List<Face>> images(String prefix, List<Face> faces) {
    Map<String, List<Face>> images = new LinkedHashMap<>();
    for (Face face : faces) images.put(prefix + images.size(), List.of(face));
    return images;
  }

  private static double heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  private static void print(String what, long start) {
    System.out.printf(Locale.ROOT, "%-22s %8.3f s%n", what, (System.nanoTime() - start) / 1e9);
  }
}
