package dev.facecore.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.DedupMode;
import dev.facecore.Extraction;
import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageAnalysis;
import dev.facecore.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From photographs to people through both jobs, against the library on one machine. */
class PhotographsIT {
  private static final Path PHOTOS = Path.of("../../face-examples/photos");
  private static final ExtractionOptions CLUSTER =
      ExtractionOptions.DEFAULTS.withDedup(DedupMode.CLUSTER);

  @TempDir private Path scratch;

  @Test
  void faces_and_people_are_those_of_the_library() throws IOException {
    Path album = album();
    Extraction expected = onOneMachine(album);
    String faces = scratch.resolve("faces").toString();
    String people = scratch.resolve("people").toString();
    try (SparkSession spark = LocalSpark.start(scratch)) {
      Dataset<Row> found = ExtractFacesJob.faces(spark, album.toString(), true);
      assertTrue(found.toJavaRDD().getNumPartitions() > 2);
      found.write().parquet(faces);
      Dataset<Row> table = spark.read().parquet(faces).orderBy("path", "face");
      checkFaces(expected, table.collectAsList());
      GroupPeopleJob.run(spark, table, people, expected.threshold(), 4);
      checkPeople(expected, spark.read().parquet(people).orderBy("person", "path", "face"));
    }
  }

  /** The photographs twice, one of them broken. */
  private Path album() throws IOException {
    Path album = scratch.resolve("album");
    for (String folder : List.of("a", "b/deep er")) {
      Files.createDirectories(album.resolve(folder));
      for (Path photo : files(PHOTOS)) {
        Files.copy(photo, album.resolve(folder).resolve(photo.getFileName()));
      }
    }
    byte[] whole = Files.readAllBytes(PHOTOS.resolve("coffee.png"));
    Files.write(album.resolve("a/broken.png"), Arrays.copyOf(whole, whole.length / 2));
    return album;
  }

  private static Extraction onOneMachine(Path album) throws IOException {
    List<ImageSource> pictures = files(album).stream().map(ImageSource::file).toList();
    assertEquals(11, pictures.size());
    try (FaceExtractor extractor = FaceExtractor.create()) {
      return extractor.extract(pictures, CLUSTER);
    }
  }

  private static void checkFaces(Extraction expected, List<Row> rows) {
    List<Row> left = new ArrayList<>(rows);
    int withoutFaces = 0;
    for (ImageAnalysis image : expected.images()) {
      String path = "file:" + image.source();
      for (Face face : image.faces()) {
        Row row = left.remove(0);
        assertEquals(path, row.<String>getAs("path"));
        assertArrayEquals(face.headshot().jpeg(), row.<byte[]>getAs("headshot"));
        Face restored = FaceRow.of(row).toFace();
        assertEquals(face.embedding(), restored.embedding());
        assertEquals(face.box(), restored.box());
        assertEquals(face.landmarks(), restored.landmarks());
        assertEquals(face.quality(), restored.quality());
        assertEquals(face.confidence(), restored.confidence());
      }
      if (!image.faces().isEmpty()) continue;
      Row row = left.remove(0);
      assertEquals(path, row.<String>getAs("path"));
      assertNull(row.<Integer>getAs("face"));
      assertEquals(
          image.failure().map(Throwable::getMessage).orElse(null), row.<String>getAs("error"));
      withoutFaces++;
    }
    assertEquals(List.of(), left);
    assertEquals(3, withoutFaces, "two without a person, one broken");
    assertEquals(1, expected.failures().size());
  }

  private static void checkPeople(Extraction expected, Dataset<Row> people) {
    List<List<Object>> found =
        people.collectAsList().stream()
            .map(row -> List.<Object>of(row.get(0), row.get(1), row.get(3), row.get(4)))
            .toList();
    List<Face> faces = expected.faces();
    List<List<Object>> wanted = new ArrayList<>();
    expected
        .people()
        .forEach(
            person ->
                person
                    .sightings()
                    .forEach(
                        seen ->
                            wanted.add(
                                List.of(
                                    person.sightings().get(0).faceIndex(),
                                    "file:" + expected.images().get(seen.imageIndex()).source(),
                                    seen.similarity(),
                                    faces.get(seen.faceIndex()) == person.face()))));
    assertEquals(wanted, found);
    assertEquals(8, found.size());
    assertEquals(3, expected.people().size());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
