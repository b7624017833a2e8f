package dev.facecore.examples.cookbook;

import dev.facecore.Box;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Turns each face of an image into six by six cells. */
final class BlurFaces {
  private BlurFaces() {}

  static void blur(FaceExtractor extractor, BufferedImage image) {
    Graphics2D canvas = image.createGraphics();
    for (Face face : extractor.analyze(ImageSource.image("image", image)).faces()) {
      Box box = face.box();
      int left = (int) box.x();
      int top = (int) box.y();
      int right = (int) Math.ceil(box.right());
      int bottom = (int) Math.ceil(box.bottom());
      BufferedImage cells = new BufferedImage(6, 6, BufferedImage.TYPE_INT_RGB);
      cells.createGraphics().drawImage(image, 0, 0, 6, 6, left, top, right, bottom, null);
      canvas.drawImage(cells, left, top, right - left, bottom - top, null);
    }
    canvas.dispose();
  }
}
