package dev.facecore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** What {@link FaceAlbumProcessesIT} runs in a Java of its own: changes an album without end. */
final class AlbumWriter {
  private AlbumWriter() {}

  public static void main(String[] arguments) throws IOException {
    long seed = Long.parseLong(arguments[1]);
    try (FaceAlbum album = FaceAlbum.open(Path.of(arguments[0]))) {
      for (int step = 0; ; step++) {
        AlbumSteps.step(album, new Random(seed + step));
        System.out.println("confirmed " + step);
      }
    }
  }
}
