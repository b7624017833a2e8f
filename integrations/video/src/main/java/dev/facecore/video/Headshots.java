package dev.facecore.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder of headshots beside a result. */
final class Headshots {
  private static final String FOLDER = "headshots";

  private Headshots() {}

  /** The path of a person's headshot, from the result's folder. */
  static String name(int person) {
    return FOLDER + "/person-%05d.jpg".formatted(person);
  }

  /** Writes one JPEG per person in the place of those of an earlier result. */
  static void write(Path out, List<byte[]> jpegs) throws IOException {
    Path folder = Files.createDirectories(out.resolve(FOLDER));
    try (var old = Files.newDirectoryStream(folder, "person-*.jpg")) {
      for (Path file : old) Files.delete(file);
    }
    for (int person = 0; person < jpegs.size(); person++) {
      Files.write(out.resolve(name(person)), jpegs.get(person));
    }
  }
}
