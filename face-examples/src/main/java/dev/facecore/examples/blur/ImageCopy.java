package dev.facecore.examples.blur;

import dev.facecore.Box;
import dev.facecore.stage.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes the copy of an image whole or not at all. */
final class ImageCopy {
  private static final float JPEG_QUALITY = 0.92f;

  private ImageCopy() {}

  /**
   * Writes the pixels as displayed, with faces made unrecognisable. Nothing else of the file is
   * kept: its EXIF data may hold a thumbnail with the faces.
   */
  static void blurred(Picture picture, List<Box> faces, Path copy) throws IOException {
    BufferedImage image = picture.toBufferedImage();
    faces.forEach(face -> Blurring.apply(image, face));
    write(copy, isPng(copy) ? png(image) : jpeg(image));
  }

  private static boolean isPng(Path copy) {
    return copy.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".png");
  }

  /** The file as it is. */
  static void unchanged(Path image, Path copy) throws IOException {
    write(copy, Files.readAllBytes(image));
  }

  private static void write(Path copy, byte[] content) throws IOException {
    Path folder = copy.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, ".faces-", ".part");
    try {
      Files.write(part, content);
      Files.move(part, copy, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    try (ImageOutputStream output = new MemoryCacheImageOutputStream(encoded)) {
      ImageIO.write(image, "png", output);
    }
    return encoded.toByteArray();
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream output = new MemoryCacheImageOutputStream(encoded)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(JPEG_QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), settings);
    } finally {
      writer.dispose();
    }
    return encoded.toByteArray();
  }
}
