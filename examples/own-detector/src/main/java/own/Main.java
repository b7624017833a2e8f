package own;

import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import java.nio.file.Path;
import java.util.Locale;

/** Compares a face that the program's own detector finds with the same by a bundled one. */
public final class Main {
  public static void main(String[] files) {
    ImageSource portrait = ImageSource.file(Path.of(files[0]));
    try (FaceExtractor booth =
            FaceExtractor.builder().detector(new BoothDetector(0.187, 0.124)).build();
        FaceExtractor network = FaceExtractor.create()) {
      Face own = booth.analyze(portrait).faces().get(0);
      Face found = network.analyze(portrait).faces().get(0);
      double similarity = own.embedding().similarity(found.embedding());
      System.out.printf(
          Locale.ROOT,
          "a face by %s, %s that by %s%n",
          booth.detector(),
          similarity >= 0.4 ? "the same person as" : "unlike (" + similarity + ")",
          network.detector());
    }
  }
}
