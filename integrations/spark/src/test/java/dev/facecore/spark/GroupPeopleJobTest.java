package dev.facecore.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.DedupMode;
import dev.facecore.Face;
import dev.facecore.Person;
import dev.facecore.stage.FaceDeduplicator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupPeopleJobTest {
  @TempDir private static Path scratch;
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark = LocalSpark.start(scratch);
  }

  @AfterAll
  static void stop() throws IOException {
    spark.close();
  }

  @Test
  void people_are_those_of_the_library() {
    List<FaceRow> faces = Crowd.rows(60, 6, new Random(1));
    List<List<Object>> people = grouped(faces, 0.4);
    assertEquals(onOneMachine(faces, 0.4), people);
    assertEquals(360, people.size());
    long persons = people.stream().map(row -> row.get(0)).distinct().count();
    assertTrue(persons > 40 && persons < 300, persons + " people");
  }

  @Test
  void no_face_is_nobody() {
    assertEquals(List.of(), grouped(List.of(FaceRow.withoutFace("file:/empty.jpg", null)), 0.4));
  }

  @Test
  void faces_of_two_models_are_refused_by_name() {
    FaceRow one = Crowd.rows(1, 1, new Random(1)).get(0);
    FaceRow other =
        new FaceRow(
            one.path(),
            1,
            one.box(),
            one.landmarks(),
            0.9,
            0.9,
            "other",
            1.0,
            one.embedding(),
            null,
            null);
    String message =
        assertThrows(IllegalArgumentException.class, () -> grouped(List.of(one, other), 0.4))
            .getMessage();
    assertTrue(message.contains("made-up") && message.contains("other"), message);
  }

  private static List<List<Object>> grouped(List<FaceRow> faces, double threshold) {
    Dataset<Row> table =
        spark.createDataFrame(faces.stream().map(FaceRow::toRow).toList(), FaceRow.SCHEMA);
    String output = scratch.resolve("people-" + System.nanoTime()).toString();
    GroupPeopleJob.run(spark, table, output, threshold, 50);
    return spark.read().parquet(output).orderBy("person", "path", "face").collectAsList().stream()
        .map(row -> List.<Object>of(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)))
        .toList();
  }

  private static List<List<Object>> onOneMachine(List<FaceRow> rows, double threshold) {
    List<FaceRow> sorted =
        rows.stream()
            .sorted(Comparator.comparing(FaceRow::path).thenComparing(FaceRow::face))
            .toList();
    List<Face> faces = sorted.stream().map(FaceRow::toFace).toList();
    List<List<Object>> expected = new ArrayList<>();
    for (Person person : FaceDeduplicator.of(DedupMode.CLUSTER, threshold, false).group(faces)) {
      int number = person.sightings().get(0).faceIndex();
      person
          .sightings()
          .forEach(
              seen -> {
                FaceRow row = sorted.get(seen.faceIndex());
                boolean kept = faces.get(seen.faceIndex()) == person.face();
                expected.add(List.of(number, row.path(), row.face(), seen.similarity(), kept));
              });
    }
    return expected;
  }
}
