package dev.facecore.examples;

import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The program of the README: writes a headshot of each person in the images that it is given. */
public final class QuickStart {
  public static void main(String[] files) throws IOException {
    List<ImageSource> images = Stream.of(files).map(Path::of).map(ImageSource::file).toList();
    try (FaceExtractor extractor = FaceExtractor.create()) { // bundled models, all cores
      for (Person person : extractor.extract(images).people()) {
        System.out.printf("%s seen %d times%n", person.id(), person.sightings().size());
        Files.write(Path.of(person.id() + ".jpg"), person.face().headshot().jpeg());
      }
    }
  }
}
