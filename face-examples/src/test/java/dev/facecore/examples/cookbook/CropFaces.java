package dev.facecore.examples.cookbook;

import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import dev.facecore.stage.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Cuts the heads out of an image, with their surroundings. */
final class CropFaces {
  private CropFaces() {}

  static void crop(FaceExtractor extractor, Path image, Path out) throws IOException {
    byte[] encoded = Files.readAllBytes(image);
    List<Face> faces = extractor.analyze(ImageSource.bytes("image", encoded)).faces();
    try (Picture picture = Picture.decode(encoded, 100_000_000)) { // at most 100 megapixels
      for (int i = 0; i < faces.size(); i++) {
        // 30 % more on each side, shrunk to 400 pixels where it is larger
        try (Picture head = picture.crop(faces.get(i).box(), 0.3, 400)) {
          ImageIO.write(head.toBufferedImage(), "jpg", out.resolve("head-" + i + ".jpg").toFile());
        }
      }
    }
  }
}
