package dev.facecore;

import dev.facecore.stage.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A picture of the user's own: pixels on the heap. The array is not copied. */
public record BytePicture(int width, int height, byte[] bgr) implements Picture {
  public static BytePicture noise(int width, int height, long seed) {
    byte[] bgr = new byte[width * height * 3];
    new Random(seed).nextBytes(bgr);
    return new BytePicture(width, height, bgr);
  }

  public static BytePicture of(Picture picture) {
    return new BytePicture(picture.width(), picture.height(), picture.bgr());
  }

  /** The same pixels as a PNG file, made without the library under test. */
  public byte[] png() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    System.arraycopy(bgr, 0, target, 0, bgr.length);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  @Override
  public void close() {}
}
