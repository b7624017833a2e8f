package dev.facecore.examples;

import dev.facecore.Extraction;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The README's program: the distinct people in the pictures named on the command line. */
public final class QuickStart {
  private QuickStart() {}

  public static void main(String[] arguments) throws IOException {
    List<ImageSource> photographs =
        Arrays.stream(arguments).map(Path::of).map(ImageSource::file).toList();
    try (FaceExtractor extractor = FaceExtractor.create()) { // embedded models, all cores
      Extraction result = extractor.extract(photographs);
      for (Person person : result.people()) {
        System.out.printf("%s seen %d times%n", person.id(), person.sightings().size());
        Files.write(Path.of(person.id() + ".jpg"), person.face().headshot().jpeg());
      }
    }
  }
}
