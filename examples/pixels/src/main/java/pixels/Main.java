package pixels;

import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageAnalysis;
import dev.facecore.ImageSource;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Finds faces in an image that the program has drawn, without encoding it. */
public final class Main {
  public static void main(String[] files) throws IOException {
    BufferedImage image = ImageIO.read(new File(files[0]));
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage twice = new BufferedImage(2 * width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = twice.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.drawImage(image, 2 * width, 0, -width, height, null); // as in a mirror
    graphics.dispose();
    try (FaceExtractor extractor = FaceExtractor.create()) {
      ImageAnalysis analysis = extractor.analyze(ImageSource.image("mirrored", twice));
      for (Face face : analysis.faces()) {
        boolean left = face.box().x() + face.box().width() / 2 < width;
        System.out.println("a face on the " + (left ? "left" : "right"));
      }
    }
  }
}
