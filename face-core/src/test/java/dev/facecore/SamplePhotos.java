package dev.facecore;

import dev.facecore.stage.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sample photographs of the repository. */
public final class SamplePhotos {
  private static final Path FOLDER = Path.of("..", "face-examples", "photos");

  /** One face each, but for coffee.png, which has none; two show one person. */
  public static final List<String> ALL =
      List.of("astronaut.png", "biden.jpg", "coffee.png", "obama.jpg", "obama2.jpg");

  private SamplePhotos() {}

  public static ImageSource source(String name) {
    return ImageSource.file(FOLDER.resolve(name));
  }

  public static List<ImageSource> sources(List<String> names) {
    return names.stream().map(SamplePhotos::source).toList();
  }

  public static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The caller closes it. */
  public static Picture decode(String name) {
    return Picture.decode(bytes(name), Long.MAX_VALUE);
  }
}
