package own;

import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import java.nio.file.Path;
import java.util.Locale;

/** A portrait by a detector of the program's own, and how like it is to the same by a network. */
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
