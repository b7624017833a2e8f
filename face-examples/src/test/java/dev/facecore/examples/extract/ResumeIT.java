package dev.facecore.examples.extract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.examples.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs that go on where an earlier one was. */
class ResumeIT {
  private static final int COPIES = 6;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(100);

  @TempDir Path folder;

  private Path photos;
  private Path out;

  @BeforeEach
  void copyPhotos() throws IOException {
    photos = Files.createDirectory(folder.resolve("photos"));
    out = folder.resolve("out");
    for (int i = 0; i < COPIES; i++) {
      for (String name : List.of("astronaut.png", "biden.jpg", "obama.jpg", "obama2.jpg")) {
        Files.copy(Path.of("photos", name), photos.resolve("%02d-%s".formatted(i, name)));
      }
    }
    Files.writeString(photos.resolve("bad.jpg"), "no picture");
  }

  private Cli.Result extract(Path target, String... options) {
    List<String> fixed = List.of("extract", photos.toString(), "--out", target.toString());
    return Cli.run(Stream.concat(fixed.stream(), Stream.of(options)).toArray(String[]::new));
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.facecore.examples.Faces",
            "extract",
            photos.toString(),
            "--out",
            out.toString(),
            "--threads",
            "1")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // which ends programs without telling them
  void a_run_that_is_asked_to_stop_says_how_to_go_on() throws Exception {
    Process stopped = start();
    try {
      await(stopped, 1);
      stopped.destroy(); // as Ctrl-C, which a test without a terminal may be deaf to
      assertTrue(stopped.waitFor(PATIENCE, TimeUnit.NANOSECONDS));
    } finally {
      stopped.destroyForcibly().waitFor();
    }
    assertEquals(128 + 15, stopped.exitValue());
    assertEquals(
        "faces: Stopped. What was searched is kept in " + out + "; the same command resumes.",
        Files.readString(folder.resolve("output")).strip());
  }

  @Test
  void a_killed_run_goes_on_and_ends_as_if_it_had_not_been_killed() throws Exception {
    Process killed = start();
    try {
      await(killed, 5);
    } finally {
      killed.destroyForcibly().waitFor();
    }
    assertFalse(Files.exists(out.resolve("people.json")), "it was killed before its end");
    Path work = workFiles().get(0);
    Files.writeString(work, "0123abcd {\"image\":\"half", StandardOpenOption.APPEND);

    Cli.Result resumed = extract(out);
    assertEquals(1, resumed.status(), resumed.errors());
    assertTrue(
        resumed.errors().contains(work + ": damaged or unfinished records: 1; "), resumed.errors());
    int before = Integer.parseInt(resumed.output().lines().toList().get(2).split(" ")[0]);
    assertTrue(before >= 5 && before < 4 * COPIES, before + " were searched before");

    Path whole = folder.resolve("whole");
    assertEquals(1, extract(whole).status());
    assertSameResults(whole, out);
  }

  private void await(Process process, int pictures) throws IOException {
    long end = System.nanoTime() + PATIENCE;
    while (finished() < pictures) {
      String said = Files.readString(folder.resolve("output"));
      assertTrue(process.isAlive(), () -> "it ended: " + said);
      assertTrue(System.nanoTime() < end, () -> "it takes too long: " + said);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private long finished() throws IOException {
    if (!Files.exists(out.resolve(".faces")) || workFiles().isEmpty()) return 0;
    return Files.readString(workFiles().get(0)).chars().filter(c -> c == '\n').count();
  }

  private List<Path> workFiles() throws IOException {
    try (Stream<Path> files = Files.list(out.resolve(".faces"))) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
    }
  }

  private static void assertSameResults(Path expected, Path actual) throws IOException {
    for (String name : List.of("faces.jsonl", "images.jsonl", "index.html")) {
      assertEquals(
          Files.readString(expected.resolve(name)), Files.readString(actual.resolve(name)), name);
    }
    assertEquals(people(expected), people(actual));
    try (Stream<Path> headshots = Files.list(expected.resolve("headshots"))) {
      List<Path> all = headshots.toList();
      assertEquals(3, all.size());
      for (Path one : all) {
        assertArrayEquals(
            Files.readAllBytes(one),
            Files.readAllBytes(actual.resolve("headshots").resolve(one.getFileName())));
      }
    }
  }

  private static String people(Path out) throws IOException {
    String json = Files.readString(out.resolve("people.json"));
    String without = json.replaceAll("\"face_id\" : \"[-0-9a-f]{36}\"", "");
    assertTrue(without.length() < json.length());
    return without;
  }

  @Test
  void only_what_is_new_or_changed_is_searched() throws IOException {
    extract(out);
    String first = Files.readString(out.resolve("faces.jsonl"));
    assertTrue(extract(out).output().contains("\n24 of the images were searched by an earlier"));
    assertEquals(first, Files.readString(out.resolve("faces.jsonl")));

    Path changed = photos.resolve("00-biden.jpg");
    Files.copy(Path.of("photos", "obama.jpg"), changed, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(photos.resolve("01-biden.jpg"), FileTime.fromMillis(1_000_000));
    Files.delete(photos.resolve("02-biden.jpg"));
    Files.copy(Path.of("photos", "biden.jpg"), photos.resolve("00-aaa.jpg"));
    Files.delete(photos.resolve("bad.jpg"));
    Cli.Result result = extract(out);
    assertEquals(0, result.status(), result.errors());
    assertTrue(result.output().startsWith("24 images, 24 faces, 3 people: "), result.output());
    assertTrue(result.output().contains("\n21 of the images were"), result.output());
    assertEquals(24, Files.readAllLines(workFiles().get(0)).size());

    Path whole = folder.resolve("whole");
    extract(whole);
    assertSameResults(whole, out);
  }

  @Test
  void other_options_never_mix_and_grouping_options_group_anew() throws IOException {
    extract(out);
    assertTrue(extract(out, "--threshold", "0.9").output().contains(" 4 people, 1 images failed"));
    assertEquals(1, workFiles().size());
    Cli.Result other = extract(out, "--min-face-size", "100");
    assertTrue(
        other.output().startsWith("The images in " + out + " were searched with other options"),
        other.output());
    assertFalse(other.output().contains("earlier run"), other.output());
    assertEquals(
        1, workFiles().size(), "the work with other options is gone once this one is done");
    assertTrue(extract(out, "--min-face-size", "100").output().contains("24 of the images"));
    assertFalse(
        extract(out, "--min-face-size", "100", "--restart").output().contains("earlier run"));
  }

  @Test
  void a_least_confidence_drops_faces_and_searches_nothing_again() throws IOException {
    extract(out);
    List<Double> confidences =
        Files.readAllLines(out.resolve("faces.jsonl")).stream()
            .map(line -> Double.valueOf(line.replaceFirst(".*\"confidence\": ?([0-9.]+).*", "$1")))
            .sorted()
            .toList();
    assertEquals(24, confidences.size());
    List<Double> distinct = confidences.stream().distinct().toList();
    double least = (distinct.get(0) + distinct.get(1)) / 2;
    long kept = confidences.stream().filter(confidence -> confidence >= least).count();
    assertTrue(kept > 0 && kept < 24, confidences.toString());
    String again = extract(out, "--min-confidence", String.valueOf(least)).output();
    assertTrue(again.contains(" " + kept + " faces, "), again);
    assertTrue(again.contains("24 of the images were searched by an earlier run"), again);
    assertEquals(kept, Files.readAllLines(out.resolve("faces.jsonl")).size());
    Cli.Result refused = extract(out, "--min-confidence", "0.4");
    assertEquals(2, refused.status());
    assertTrue(
        refused.errors().contains("--min-confidence must be a number from 0.5 to 1, got '0.4'"),
        refused.errors());
  }

  @Test
  void quiet_says_only_what_failed() {
    Cli.Result result = extract(out, "--quiet");
    assertEquals(1, result.status());
    assertEquals("", result.output());
    assertEquals(1, result.errors().lines().count());
  }

  @Test
  void a_folder_in_use_or_that_cannot_be_made_is_wrong_usage() throws IOException {
    try (WorkFolder held = WorkFolder.open(out).orElseThrow()) {
      Cli.Result result = extract(out);
      assertEquals(2, result.status());
      assertTrue(
          result.errors().startsWith("faces extract: Another run writes into --out " + out),
          result.errors());
      assertTrue(Files.isDirectory(held.path()));
    }
    Cli.Result onFile = extract(photos.resolve("bad.jpg"));
    assertEquals(2, onFile.status());
    assertTrue(
        onFile.errors().startsWith("faces extract: --out must be a folder"), onFile.errors());
  }
}
