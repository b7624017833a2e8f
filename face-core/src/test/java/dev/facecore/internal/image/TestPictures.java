package dev.facecore.internal.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** Pictures made up, and written by encoders that are not ours. */
final class TestPictures {
  static final long NO_LIMIT = 50_000_000;

  /** Above 100 asks OpenCV's WebP encoder for no loss. */
  private static final int LOSSLESS = 101;

  private TestPictures() {}

  /** A smooth picture that looks different in all eight orientations, 8-bit BGR. */
  static byte[] gradient(int width, int height) {
    byte[] bgr = new byte[width * height * 3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = (y * width + x) * 3;
        bgr[at] = (byte) (20 + 200 * x / width);
        bgr[at + 1] = (byte) (230 - 180 * y / height);
        bgr[at + 2] = (byte) (40 + 90 * x / width + 70 * y / height);
      }
    }
    return bgr;
  }

  /** The gradient as OpenCV encodes it; lossless but for ".jpg". */
  static byte[] encoded(String extension, int width, int height) {
    OpenCvLibrary.load();
    Mat pixels = new Mat(height, width, CvType.CV_8UC3);
    MatOfByte out = new MatOfByte();
    MatOfInt settings =
        extension.equals(".webp")
            ? new MatOfInt(Imgcodecs.IMWRITE_WEBP_QUALITY, LOSSLESS)
            : new MatOfInt();
    try {
      pixels.put(0, 0, gradient(width, height));
      if (!Imgcodecs.imencode(extension, pixels, out, settings))
        throw new AssertionError(extension);
      return out.toArray();
    } finally {
      pixels.release();
      out.release();
      settings.release();
    }
  }

  static BufferedImage buffered(int type, int width, int height) {
    byte[] bgr = gradient(width, height);
    BufferedImage image = new BufferedImage(width, height, type);
    for (int i = 0; i < width * height; i++) {
      int rgb = (bgr[3 * i + 2] & 255) << 16 | (bgr[3 * i + 1] & 255) << 8 | bgr[3 * i] & 255;
      image.setRGB(i % width, i / width, 0xFF000000 | rgb);
    }
    return image;
  }

  static byte[] written(String format, BufferedImage image) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) throw new AssertionError("no writer for " + format);
      return out.toByteArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static byte[] jpeg(int width, int height, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream target = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(target);
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setProgressiveMode(
          progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      BufferedImage image = buffered(BufferedImage.TYPE_3BYTE_BGR, width, height);
      writer.write(null, new IIOImage(image, null, null), settings);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  static byte[] decoded(byte[] encoded) {
    try (DecodedImage image = ImageDecoder.decode(encoded, NO_LIMIT)) {
      return image.bgr();
    }
  }

  /** The mean difference of two pictures of the same size, in grey levels. */
  static double difference(byte[] one, byte[] other) {
    if (one.length != other.length) return Double.POSITIVE_INFINITY;
    long sum = 0;
    for (int i = 0; i < one.length; i++) sum += Math.abs((one[i] & 255) - (other[i] & 255));
    return (double) sum / one.length;
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) out.writeBytes(part);
    return out.toByteArray();
  }
}
