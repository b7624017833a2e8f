package dev.facecore.examples.cookbook;

import dev.facecore.DedupMode;
import dev.facecore.Extraction;
import dev.facecore.ExtractionOptions;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes one headshot for each person in the images of a folder. */
final class PeopleOfFolder {
  private PeopleOfFolder() {}

  static void writeHeadshots(FaceExtractor extractor, Path folder, Path out) throws IOException {
    List<ImageSource> images;
    try (Stream<Path> files = Files.walk(folder)) {
      images = files.filter(Files::isRegularFile).sorted().map(ImageSource::file).toList();
    }
    ExtractionOptions options = ExtractionOptions.DEFAULTS.withDedup(DedupMode.CLUSTER);
    Extraction result = extractor.extract(images, options);
    result.failures().forEach(System.err::println); // the other images are searched all the same
    int number = 0;
    for (Person person : result.people()) {
      Path file = out.resolve("person-" + number++ + ".jpg");
      Files.write(file, person.face().headshot().jpeg());
      System.out.println(file + ": seen " + person.sightings().size() + " times");
    }
  }
}
