package dev.facecore.internal.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Walks the files of many origins below the folder that the property {@code shared} names. */
class ImageDecoderSharedIT {
  private static final String REFUSED = "refused";
  private static Path faces;

  @BeforeAll
  static void findFolder() {
    String shared = System.getProperty("shared");
    Assumptions.assumeTrue(shared != null, "the property shared is not set");
    faces = Path.of(shared, "faces");
    Assumptions.assumeTrue(Files.isDirectory(faces), "no folder faces in the shared folder");
  }

  @Test
  void every_file_has_its_expected_outcome() throws IOException {
    Map<String, String> outcomes = new TreeMap<>();
    for (String folder :
        List.of("formats/pillow", "formats/exif-orientation", "public-domain/hopper_formats")) {
      for (Path file : filesBelow(faces.resolve(folder))) {
        outcomes.put(name(file), outcome(file));
      }
    }
    assertEquals(text(expected()), text(outcomes));
    assertEquals(240, outcomes.size());
    assertEquals(43, outcomes.values().stream().filter(REFUSED::equals).count());
  }

  @Test
  void all_orientations_of_the_portrait_equal_the_upright_one() throws IOException {
    Path folder = faces.resolve("public-domain/hopper_formats");
    byte[] upright = TestPictures.decoded(Files.readAllBytes(folder.resolve("hopper.png")));
    int checked = 0;
    for (int orientation = 2; orientation <= 8; orientation++) {
      for (String extension : List.of("jpg", "webp")) {
        String name = "hopper_orientation_" + orientation + "." + extension;
        byte[] turned = TestPictures.decoded(Files.readAllBytes(folder.resolve(name)));
        double difference = TestPictures.difference(upright, turned);
        assertTrue(difference < 8, name + " differs by " + difference);
        checked++;
      }
    }
    assertEquals(14, checked);
  }

  @Test
  void all_orientations_of_the_landscapes_are_displayed_alike() throws IOException {
    Path folder = faces.resolve("formats/exif-orientation");
    int checked = 0;
    for (String name : List.of("Landscape_", "Portrait_")) {
      byte[] first = TestPictures.decoded(Files.readAllBytes(folder.resolve(name + "1.jpg")));
      for (int orientation = 0; orientation <= 8; orientation++) {
        Path file = folder.resolve(name + orientation + ".jpg");
        byte[] turned = TestPictures.decoded(Files.readAllBytes(file));
        // The number of the orientation is painted into each of them.
        double difference = TestPictures.difference(first, turned);
        assertTrue(difference < 8, file.getFileName() + " differs by " + difference);
        checked++;
      }
    }
    assertEquals(18, checked);
  }

  private static String outcome(Path file) throws IOException {
    try (DecodedImage image =
        ImageDecoder.decode(Files.readAllBytes(file), TestPictures.NO_LIMIT)) {
      return image.width() + "x" + image.height();
    } catch (ImageException refused) {
      return REFUSED;
    }
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(ImageDecoderSharedIT::isPicture).toList();
    }
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString();
    return !name.endsWith(".txt") && !name.startsWith("LICENSE");
  }

  private static String name(Path file) {
    return faces.relativize(file).toString().replace('\\', '/');
  }

  private static Map<String, String> expected() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    try (var table = ImageDecoderSharedIT.class.getResourceAsStream("shared-outcomes.txt")) {
      for (String line : new String(table.readAllBytes()).lines().toList()) {
        String[] parts = line.split(" ");
        expected.put(parts[0], parts[1]);
      }
    }
    return expected;
  }

  private static String text(Map<String, String> outcomes) {
    return outcomes.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining("\n"));
  }
}
