package plain;

import dev.facecore.Extraction;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.Person;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Prints how often each person appears in the images named on the command line. */
public final class Main {
  public static void main(String[] files) {
    List<ImageSource> images =
        Arrays.stream(files).map(Path::of).map(ImageSource::file).toList();
    try (FaceExtractor extractor = FaceExtractor.create()) {
      Extraction result = extractor.extract(images);
      result.failures().forEach(failed -> System.err.println(failed.source() + " cannot be read"));
      for (Person person : result.people()) {
        System.out.println("a person seen " + person.sightings().size() + " times");
      }
    }
  }
}
