package plain;

import dev.facecore.Extraction;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.Person;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Who is on the photographs named on the command line, and how often. */
public final class Main {
  public static void main(String[] files) {
    List<ImageSource> photographs =
        Arrays.stream(files).map(Path::of).map(ImageSource::file).toList();
    try (FaceExtractor extractor = FaceExtractor.create()) {
      Extraction result = extractor.extract(photographs);
      result.failures().forEach(failed -> System.err.println(failed.source() + " cannot be read"));
      for (Person person : result.people()) {
        System.out.println("a person seen " + person.sightings().size() + " times");
      }
    }
  }
}
