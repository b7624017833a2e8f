package dev.facecore.examples;

import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.FaceIndex;
import dev.facecore.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Adds pictures to an album that remembers its people: who of them is new? */
public final class GrowingAlbum {
  private GrowingAlbum() {}

  public static void main(String[] arguments) throws IOException {
    Path album = Path.of(arguments[0]);
    FaceIndex people = Files.exists(album) ? FaceIndex.load(album) : FaceIndex.of(0.4, false);
    try (FaceExtractor extractor = FaceExtractor.create()) {
      for (int i = 1; i < arguments.length; i++) {
        for (Face face : extractor.analyze(ImageSource.file(Path.of(arguments[i]))).faces()) {
          FaceIndex.Placement seen = people.add(face);
          String known = seen.isNew() ? "new" : "seen before, similarity " + seen.similarity();
          System.out.println(arguments[i] + ": person " + seen.person() + ", " + known);
        }
      }
    }
    people.save(album);
  }
}
