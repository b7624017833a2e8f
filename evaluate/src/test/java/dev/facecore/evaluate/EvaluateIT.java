package dev.facecore.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measuring commands as a developer runs them, on three people in four pictures. */
class EvaluateIT {
  @TempDir Path folder;

  @BeforeEach
  void sort_the_photos_by_person() throws IOException {
    for (String[] picture :
        new String[][] {
          {"obama", "obama.jpg"},
          {"obama", "obama2.jpg"},
          {"biden", "biden.jpg"},
          {"collins", "astronaut.png"}
        }) {
      Path person = Files.createDirectories(folder.resolve("images").resolve(picture[0]));
      Files.copy(Path.of("../face-examples/photos", picture[1]), person.resolve(picture[1]));
    }
    Files.writeString(folder.resolve("images/readme.txt"), "of no person");
  }

  @Test
  void thresholds_prints_lines_of_a_catalogue() {
    List<String> lines = run("thresholds", images(), "--set", "mine", "--min-events", "1");
    assertTrue(
        lines
            .get(0)
            .startsWith(
                "ArcFace.thresholds-protocol = all pairs of the central faces of 4 images of"
                    + " mine, found by retinaface and aligned here: 5 pairs of different people,"
                    + " 1 of one person"),
        lines.get(0));
    assertEquals("ArcFace.thresholds = \\", lines.get(1));
    assertTrue(lines.get(2).matches("  0\\.00 [0-9.e-]+ 0\\.0000.*"), lines.get(2));
  }

  @Test
  void clusters_compares_the_modes_and_fails_below_the_least_f1() throws IOException {
    Path truth = folder.resolve("truth.csv");
    String rows =
        "image,identity\nobama/obama.jpg,o\nbiden/biden.jpg,b\nobama/obama2.jpg,o\n"
            + "collins/astronaut.png,c\n";
    Files.writeString(truth, rows);
    List<String> lines = run("clusters", images(), truth.toString(), "--min-f1", "1");
    assertTrue(lines.get(0).startsWith("4 faces of 3 people"), lines.get(0));
    assertEquals(5, lines.size());
    for (String mode : lines.subList(2, 5)) {
      assertTrue(mode.matches("\\w+ +1\\.0000 +1\\.0000 +1\\.0000 .* 3 .*"), mode);
    }
    Files.writeString(truth, rows.replace("obama2.jpg,o", "obama2.jpg,b"));
    assertEquals(1, Cli.run("clusters", images(), truth.toString(), "--min-f1", "1").status());
  }

  @Test
  void quality_prints_a_line_and_writes_a_curve_for_every_measure() throws IOException {
    Path csv = folder.resolve("curves.csv");
    List<String> lines = run("quality", images(), "--threshold", "0.9", "--csv", csv.toString());
    assertTrue(lines.get(0).matches("ArcFace.quality = \\d.\\d\\d \\d.\\d\\d \\d.\\d\\d"));
    assertTrue(lines.get(1).startsWith("4 faces, 1 pairs of one person, 1 of them below 0.9"));
    assertEquals(4 + FaceMeasure.values().length, lines.size());
    assertEquals(1 + 51 * FaceMeasure.values().length, Files.readAllLines(csv).size());
  }

  @Test
  void false_faces_tells_true_from_false() throws IOException {
    Path truth = folder.resolve("truth.csv");
    Files.writeString(
        truth,
        "image,x,y,w,h\nobama/obama.jpg,375,86,229,335\ncollins/astronaut.png,400,400,50,50\n");
    List<String> lines = run("false-faces", images(), truth.toString());
    assertTrue(lines.get(0).startsWith("2 images, 2 detections: 1 overlap"), lines.get(0));
    assertTrue(lines.get(0).endsWith("1 are false"), lines.get(0));
    assertEquals("     0.5000          1.000         0.000", lines.get(lines.size() - 1));
  }

  @Test
  void strangers_are_those_of_different_folders() {
    List<String> lines = run("strangers", images(), "--lengths", "1,2");
    assertTrue(lines.get(0).startsWith("4 images, 4 faces; similarity 0.4"), lines.get(0));
    assertTrue(lines.get(4).matches("2.00 and more +5 +0 +0.0e\\+00 .*"), lines.get(4));
    assertEquals(2, Cli.run("strangers", images(), "--lengths", "2,1").status(), "descending");
  }

  @Test
  void bystanders_lists_who_is_seen_most_often_and_fails_beyond_a_bound() {
    List<String> lines = run("bystanders", images(), "--min-f1", "1", "--max-blurred-joins", "0");
    assertEquals("4 images, 4 faces, 0 blurs; threshold 0.4", lines.get(0));
    assertTrue(lines.get(3).matches("matching +0 +1.0000 +1.0000 +1.0000 +3 +0"), lines.get(3));
    assertTrue(lines.get(5).matches(" +2 +\\d.\\d\\d +obama/obama2?.jpg"), lines.get(5));
    assertEquals(8, lines.size());
    String[] all = {"bystanders", images(), "--blurred", "9", "--max-blurs-first", "2"};
    assertEquals(1, Cli.run(all).status());
  }

  private String images() {
    return folder.resolve("images").toString();
  }

  private static List<String> run(String... arguments) {
    Cli.Result result = Cli.run(arguments);
    assertEquals(0, result.status(), result.errors());
    return result.output().lines().toList();
  }
}
