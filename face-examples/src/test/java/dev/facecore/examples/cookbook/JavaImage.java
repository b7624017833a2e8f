package dev.facecore.examples.cookbook;

import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import java.awt.image.BufferedImage;
import java.util.List;

/** Finds the faces in an image that the program holds: nothing is encoded on the way. */
final class JavaImage {
  private JavaImage() {}

  static List<Face> faces(FaceExtractor extractor, BufferedImage image) {
    ExtractionOptions options = ExtractionOptions.DEFAULTS.withHeadshots(false);
    return extractor.analyze(ImageSource.image("screenshot", image), options).faces();
  }
}
