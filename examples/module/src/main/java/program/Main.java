package program;

import dev.facecore.FaceException;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import java.nio.file.Path;
import java.util.List;

/** Runs on the module path; the models are in a module of their own. */
public final class Main {
  public static void main(String[] files) {
    try (FaceExtractor extractor = FaceExtractor.create()) {
      int people = extractor.extract(List.of(ImageSource.file(Path.of(files[0])))).people().size();
      System.out.println(people + " in " + FaceExtractor.class.getModule().getName());
    } catch (FaceException e) {
      System.out.println(e.getMessage());
    }
  }
}
