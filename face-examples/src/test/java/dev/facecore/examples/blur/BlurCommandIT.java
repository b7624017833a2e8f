package dev.facecore.examples.blur;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Box;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.examples.Cli;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlurCommandIT {
  private static void copy(String photo, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Files.copy(Path.of("photos", photo), target);
  }

  @Test
  void nobody_is_recognised_but_those_excepted(@TempDir Path folder) throws IOException {
    Path photos = folder.resolve("photos");
    copy("obama.jpg", photos.resolve("a/obama.jpg"));
    copy("biden.jpg", photos.resolve("biden.jpg"));
    copy("coffee.png", photos.resolve("coffee.png"));
    Path out = folder.resolve("out");
    Cli.Result blurred =
        Cli.run(
            "blur", photos.toString(), "--out", out.toString(), "--except", "photos/obama2.jpg");
    assertEquals(0, blurred.status(), blurred.errors());
    assertTrue(
        blurred.output().startsWith("3 images, 1 faces blurred, 1 kept: "), blurred.output());
    byte[] cup = Files.readAllBytes(Path.of("photos/coffee.png"));
    assertArrayEquals(cup, Files.readAllBytes(out.resolve("coffee.png")));
    byte[] kept = Files.readAllBytes(Path.of("photos/obama.jpg"));
    assertArrayEquals(kept, Files.readAllBytes(out.resolve("a/obama.jpg")));
    try (FaceExtractor extractor = FaceExtractor.create()) {
      Face before = extractor.analyze(file("photos/biden.jpg")).faces().get(0);
      for (Face after : extractor.analyze(ImageSource.file(out.resolve("biden.jpg"))).faces()) {
        double similarity = before.embedding().similarity(after.embedding());
        assertTrue(similarity < 0.25, () -> "similarity " + similarity);
      }
    }
    try (Stream<Path> written = Files.list(out)) {
      assertArrayEquals(
          new String[] {"a", "biden.jpg", "coffee.png"},
          written.map(path -> path.getFileName().toString()).sorted().toArray());
    }
  }

  private static ImageSource file(String name) {
    return ImageSource.file(Path.of(name));
  }

  @Test
  void an_original_is_never_replaced(@TempDir Path folder) throws IOException {
    copy("obama.jpg", folder.resolve("obama.jpg"));
    copy("obama.jpg", folder.resolve("sub/obama.jpg"));
    String in = folder.toString();
    Cli.Result same = Cli.run("blur", folder.resolve("obama.jpg").toString(), "--out", in);
    assertEquals(2, same.status());
    assertTrue(same.errors().contains("would be replaced"), same.errors());
    Cli.Result two =
        Cli.run(
            "blur",
            folder.resolve("obama.jpg").toString(),
            folder.resolve("sub").toString(),
            "--out",
            folder.resolve("out").toString());
    assertEquals(2, two.status());
    assertTrue(two.errors().contains("would both become"), two.errors());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void an_ellipse_of_few_colours_is_left() {
    BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < 100; y++) {
      for (int x = 0; x < 100; x++) image.setRGB(x, y, 0xFF000000 | x << 16 | y << 8 | x * y & 255);
    }
    int corner = image.getRGB(0, 0);
    Blurring.apply(image, new Box(30, 30, 40, 40));
    Set<Integer> colours = new HashSet<>();
    for (int y = 40; y < 60; y++) {
      for (int x = 40; x < 60; x++) colours.add(image.getRGB(x, y));
    }
    assertTrue(colours.size() <= 16, () -> colours.size() + " colours");
    assertEquals(corner, image.getRGB(0, 0));
    // At the edge of an image too.
    for (Box box : List.of(new Box(-10, -10, 30, 30), new Box(90, 95, 30, 30))) {
      Blurring.apply(image, box);
    }
  }
}
