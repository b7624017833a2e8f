package dev.facecore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * The pictures of {@code faces/lfw/clusters.csv} in its order: the face nearest to the centre of
 * each and the name of its person. Found once for all tests.
 *
 * @param faces one for each picture
 * @param names the person of each face
 */
public record LfwPeople(List<Face> faces, List<String> names) {
  private static LfwPeople found;

  /** Skips the test where {@code -Dshared} is not given. */
  public static synchronized LfwPeople load() throws IOException {
    String shared = System.getProperty("shared");
    Assumptions.assumeTrue(shared != null, "needs -Dshared=FOLDER");
    if (found == null) found = find(Path.of(shared, "faces/lfw"));
    return found;
  }

  private static LfwPeople find(Path folder) throws IOException {
    List<String> rows = Files.readAllLines(folder.resolve("clusters.csv"));
    List<ImageSource> sources = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",");
      sources.add(ImageSource.file(folder.resolve("images").resolve(cells[0])));
      names.add(cells[1]);
    }
    List<Face> faces = new ArrayList<>();
    try (FaceExtractor extractor = FaceExtractor.create()) {
      extractor.analyze(
          sources,
          ExtractionOptions.DEFAULTS,
          Deadline.unlimited(),
          image -> faces.add(central(image)));
    }
    return new LfwPeople(faces, names);
  }

  private static Face central(ImageAnalysis image) {
    return image.faces().stream()
        .min(Comparator.comparingDouble(face -> fromCentre(face.box(), image)))
        .orElseThrow(() -> new AssertionError("no face in " + image.source()));
  }

  private static double fromCentre(Box box, ImageAnalysis image) {
    return Math.hypot(
        box.x() + box.width() / 2 - image.width() / 2.0,
        box.y() + box.height() / 2 - image.height() / 2.0);
  }
}
