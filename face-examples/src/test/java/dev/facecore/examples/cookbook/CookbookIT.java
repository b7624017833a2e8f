package dev.facecore.examples.cookbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Extraction;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.Person;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every recipe of the cookbook on the sample images. */
class CookbookIT {
  private static final Path PHOTOS = Path.of("photos");
  private static final Path OBAMA = PHOTOS.resolve("obama.jpg");
  private static final Path OBAMA_AGAIN = PHOTOS.resolve("obama2.jpg");
  private static final Path BIDEN = PHOTOS.resolve("biden.jpg");

  private static FaceExtractor extractor;
  private static Extraction sample;

  @TempDir Path out;

  @BeforeAll
  static void open() {
    extractor = FaceExtractor.create();
    sample = extractor.extract(images(OBAMA, BIDEN, OBAMA_AGAIN));
    assertEquals(2, sample.people().size());
  }

  @AfterAll
  static void close() {
    extractor.close();
  }

  private static List<ImageSource> images(Path... files) {
    return Stream.of(files).map(ImageSource::file).toList();
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void images_are_compared() {
    assertTrue(CompareImages.samePerson(extractor, OBAMA, OBAMA_AGAIN));
    assertFalse(CompareImages.samePerson(extractor, OBAMA, BIDEN));
  }

  @Test
  void people_of_a_folder_get_a_headshot_each() throws IOException {
    PeopleOfFolder.writeHeadshots(extractor, PHOTOS, out);
    assertEquals(List.of("person-0.jpg", "person-1.jpg", "person-2.jpg"), written());
  }

  @Test
  void heads_are_cut_out() throws IOException {
    CropFaces.crop(extractor, OBAMA, out);
    assertEquals(List.of("head-0.jpg"), written());
    BufferedImage head = ImageIO.read(out.resolve("head-0.jpg").toFile());
    assertEquals(400, Math.max(head.getWidth(), head.getHeight()));
  }

  @Test
  void blurred_faces_are_not_recognised() throws IOException {
    BufferedImage image = ImageIO.read(OBAMA.toFile());
    Face before = sample.people().get(0).face();
    BlurFaces.blur(extractor, image);
    for (Face face : JavaImage.faces(extractor, image)) {
      assertTrue(face.embedding().similarity(before.embedding()) < 0.4, "still the same person");
    }
  }

  @Test
  void an_image_of_java_has_faces() throws IOException {
    List<Face> faces = JavaImage.faces(extractor, ImageIO.read(BIDEN.toFile()));
    assertEquals(1, faces.size());
  }

  @Test
  void people_survive_json() throws IOException {
    Path file = out.resolve("people.json");
    JsonOut.write(sample.people(), file);
    assertEquals(sample.people(), JsonOut.read(file));
  }

  @Test
  void a_database_finds_the_person_again() throws SQLException {
    List<Face> faces = sample.faces();
    try (Connection database = DriverManager.getConnection("jdbc:h2:mem:")) {
      try (Statement statement = database.createStatement()) {
        statement.execute("CREATE TABLE face (image VARCHAR, embedding VARBINARY)");
      }
      DatabaseOut.insert(database, "biden", List.of(faces.get(1)));
      DatabaseOut.insert(database, "obama2", List.of(faces.get(2)));
      assertEquals(List.of("obama2"), DatabaseOut.imagesOf(faces.get(0).embedding(), database));
    }
  }

  @Test
  void progress_ends_with_people() {
    List<Person> people = ShowProgress.people(extractor, images(OBAMA, BIDEN, OBAMA_AGAIN));
    assertEquals(2, people.size());
  }

  @Test
  void threads_share_an_extractor() throws InterruptedException, ExecutionException {
    ExecutorService threads = oneForEachTask();
    try {
      List<Path> files = List.of(OBAMA, BIDEN, OBAMA_AGAIN, OBAMA);
      assertEquals(4, VirtualThreads.countFaces(extractor, files, threads));
    } finally {
      threads.shutdown();
    }
  }

  /** Virtual threads where this Java has them. */
  private static ExecutorService oneForEachTask() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      assertTrue(Runtime.version().feature() < 21, e::toString);
      return Executors.newCachedThreadPool();
    }
  }

  @Test
  void thresholds_make_mistakes() {
    List<Face> faces = sample.faces();
    List<TuneThreshold.Known> known =
        List.of(
            new TuneThreshold.Known("Obama", faces.get(0)),
            new TuneThreshold.Known("Biden", faces.get(1)),
            new TuneThreshold.Known("Obama", faces.get(2)));
    assertEquals(new TuneThreshold.Mistakes(0, 0), TuneThreshold.count(known, 0.4));
    assertEquals(new TuneThreshold.Mistakes(0, 1), TuneThreshold.count(known, 0.95));
    assertEquals(new TuneThreshold.Mistakes(2, 0), TuneThreshold.count(known, -1));
  }
}
