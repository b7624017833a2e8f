package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.stage.Readability;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An album that another process changes, and is killed while it does. */
class FaceAlbumProcessesIT {
  /** How often; more: {@code -Dalbum.kills=200}. */
  private static final int KILLS = Integer.getInteger("album.kills", 3);

  private static final int READS = 10;
  private static final int MOST_STEPS = 5000;

  @TempDir Path folder;
  @TempDir Path output;
  private final FaceAlbum twin = FaceAlbum.of(0.5, true, Readability.NOT_MEASURED);
  private final Random random = new Random(18);

  @BeforeEach
  void create() throws IOException {
    FaceAlbum.create(folder, 0.5, true, Readability.NOT_MEASURED).close();
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void a_killed_process_leaves_what_was_confirmed_and_no_damage() throws Exception {
    int all = 0;
    int ahead = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      long seed = random.nextInt();
      int confirmed = confirmedBeforeItWasKilled(seed);
      for (int step = 0; step < confirmed; step++) step(seed + step);
      try (FaceAlbum album = FaceAlbum.open(folder)) {
        // The change that was being made may be on the disk already.
        if (!AlbumSteps.areEqual(twin, album)) {
          step(seed + confirmed);
          ahead++;
        }
        assertTrue(AlbumSteps.areEqual(twin, album), "kill " + kill + ", seed " + seed);
      }
      assertEquals(Set.of("album.faces", "album.lock"), names());
      all += confirmed;
    }
    assertTrue(all > 10 * KILLS, all + " changes");
    System.out.printf(
        "%d kills, %d confirmed changes, none lost; %d more were on the disk%n", KILLS, all, ahead);
  }

  @Test
  void reading_shows_one_moment_while_another_process_writes() throws Exception {
    Process writer = writer(1).start();
    try (BufferedReader lines = writer.inputReader()) {
      int applied = 0;
      for (int read = 0; read < READS; read++) {
        int more = 1 + random.nextInt(20);
        for (int i = 0; i < more; i++) next(lines, 1 + applied++);
        FaceAlbum album = FaceAlbum.read(folder);
        // The writer may be far ahead of what was read of its lines.
        while (applied < MOST_STEPS && !AlbumSteps.areEqual(twin, album)) {
          next(lines, 1 + applied++);
        }
        assertTrue(AlbumSteps.areEqual(twin, album), "after " + applied);
      }
      assertTrue(applied > READS, applied + " changes");
      String message =
          assertThrows(AlbumException.class, () -> FaceAlbum.open(folder)).getMessage();
      assertTrue(message.contains("open for changes in another program"), message);
    } finally {
      writer.destroyForcibly().waitFor();
    }
  }

  private int confirmedBeforeItWasKilled(long seed) throws Exception {
    // Not a pipe: Java may lose what a killed process wrote last into one that is being read.
    Path lines = output.resolve("lines");
    Files.deleteIfExists(lines);
    Process writer = writer(seed).redirectOutput(lines.toFile()).start();
    try {
      int enough = 5 + random.nextInt(60);
      while (lines(lines) < enough) {
        assertTrue(writer.isAlive(), "it ended by itself");
        Thread.onSpinWait();
      }
      long end = System.nanoTime() + random.nextInt(5_000_000);
      while (System.nanoTime() < end) Thread.onSpinWait();
    } finally {
      writer.destroyForcibly().waitFor();
    }
    return lines(lines);
  }

  private static int lines(Path file) throws IOException {
    return (int) Files.readString(file).chars().filter(c -> c == '\n').count();
  }

  private void next(BufferedReader lines, long seed) throws IOException {
    skip(lines, 1);
    step(seed);
  }

  private static int skip(BufferedReader lines, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      String line = lines.readLine();
      assertTrue(line != null && line.startsWith("confirmed"), () -> "it said " + line);
    }
    return count;
  }

  private void step(long seed) {
    AlbumSteps.step(twin, new Random(seed));
  }

  private ProcessBuilder writer(long seed) {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            AlbumWriter.class.getName(),
            folder.toString(),
            Long.toString(seed))
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      files.forEach(file -> names.add(file.getFileName().toString()));
      return names;
    }
  }
}
