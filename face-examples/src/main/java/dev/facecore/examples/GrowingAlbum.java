package dev.facecore.examples;

import dev.facecore.AlbumPerson;
import dev.facecore.FaceAlbum;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Adds images to an album in a folder, which remembers its people: ALBUM IMAGE... */
public final class GrowingAlbum {
  private GrowingAlbum() {}

  public static void main(String[] arguments) throws IOException {
    try (FaceExtractor extractor = FaceExtractor.create();
        FaceAlbum album = FaceAlbum.open(Path.of(arguments[0]), extractor)) {
      for (String image : List.of(arguments).subList(1, arguments.length)) {
        album.replace(image, extractor.analyze(ImageSource.file(Path.of(image))).faces());
      }
      for (AlbumPerson person : album.people()) {
        System.out.println(person.id() + ", " + person.name() + ": " + person.faces());
      }
    }
  }
}
