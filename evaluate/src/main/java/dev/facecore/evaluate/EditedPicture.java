package dev.facecore.evaluate;

import dev.facecore.Box;
import dev.facecore.ImageSource;
import dev.facecore.Point;
import dev.facecore.stage.Picture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A photograph made harder in memory: turned, or cut down to a part. */
final class EditedPicture {
  private static final long MAX_PIXELS = 100_000_000;

  private final String name;
  private final BufferedImage pixels;

  private EditedPicture(String name, BufferedImage pixels) {
    this.name = name;
    this.pixels = pixels;
  }

  /** The photograph as displayed. */
  static EditedPicture read(Path file) {
    try (Picture picture = Picture.decode(Files.readAllBytes(file), MAX_PIXELS)) {
      BufferedImage pixels =
          new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_3BYTE_BGR);
      byte[] bgr = picture.bgr();
      System.arraycopy(
          bgr, 0, ((DataBufferByte) pixels.getRaster().getDataBuffer()).getData(), 0, bgr.length);
      return new EditedPicture(file.toString(), pixels);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int width() {
    return pixels.getWidth();
  }

  int height() {
    return pixels.getHeight();
  }

  /** All of it, turned clockwise; black in the corners. */
  EditedPicture turned(int degrees) {
    AffineTransform turn = turn(degrees);
    BufferedImage target =
        new BufferedImage(
            side(degrees, width(), height()),
            side(degrees, height(), width()),
            BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = target.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(pixels, turn, null);
    graphics.dispose();
    return new EditedPicture(name + " turned by " + degrees, target);
  }

  /** Where a point of this picture lies in the turned one. */
  Point turned(int degrees, Point point) {
    double[] xy = {point.x(), point.y()};
    turn(degrees).transform(xy, 0, xy, 0, 1);
    return new Point(xy[0], xy[1]);
  }

  /**
   * The upright box around what a box of this picture frames in the turned one; a face is taken for
   * the ellipse in its box.
   */
  Box turned(int degrees, Box box) {
    Point middle =
        turned(degrees, new Point(box.x() + box.width() / 2, box.y() + box.height() / 2));
    double cosine = Math.cos(Math.toRadians(degrees));
    double sine = Math.sin(Math.toRadians(degrees));
    double wide = Math.hypot(box.width() * cosine, box.height() * sine);
    double high = Math.hypot(box.width() * sine, box.height() * cosine);
    return new Box(middle.x() - wide / 2, middle.y() - high / 2, wide, high);
  }

  private AffineTransform turn(int degrees) {
    AffineTransform turn =
        AffineTransform.getTranslateInstance(
            side(degrees, width(), height()) / 2.0, side(degrees, height(), width()) / 2.0);
    if (degrees % 90 == 0) turn.quadrantRotate(degrees / 90);
    else turn.rotate(Math.toRadians(degrees));
    turn.translate(-width() / 2.0, -height() / 2.0);
    return turn;
  }

  private static int side(int degrees, int along, int across) {
    double radians = Math.toRadians(degrees);
    return (int)
        Math.round(Math.abs(Math.cos(radians)) * along + Math.abs(Math.sin(radians)) * across);
  }

  /** A part, in whole pixels and within the picture. */
  EditedPicture cut(Box box) {
    Box inside = box.clippedTo(width(), height());
    BufferedImage part =
        pixels.getSubimage(
            (int) inside.x(),
            (int) inside.y(),
            Math.max(1, (int) inside.width()),
            Math.max(1, (int) inside.height()));
    return new EditedPicture(name + " cut", part);
  }

  /** Without loss, in memory. */
  ImageSource source() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(pixels, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ImageSource.bytes(name, png.toByteArray());
  }
}
