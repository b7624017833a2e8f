package dev.facecore.internal.image;

import dev.facecore.ImageException;
import dev.facecore.stage.Picture;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * Owns one decoded picture in native memory; everything after alignment is plain heap data. Its
 * sides and all coordinates are those of the picture as displayed, however many of its pixels were
 * decoded.
 */
public final class DecodedImage implements Picture {
  private final int width;
  private final int height;
  private final Renditions renditions;

  /** The most pixels that are decoded for one of the displayed picture, along a side. */
  private final double most;

  /** Takes over all pixels of a picture, 8-bit BGR: closing this releases them. */
  public DecodedImage(Mat pixels) {
    this.width = pixels.cols();
    this.height = pixels.rows();
    this.renditions = Renditions.of(pixels);
    this.most = 1;
  }

  /** A picture of which no pixel is decoded yet. */
  DecodedImage(ImageHeader header) {
    this.width = header.displayedWidth();
    this.height = header.displayedHeight();
    this.renditions = Renditions.of(header);
    this.most = 1;
  }

  private DecodedImage(DecodedImage whole, double most) {
    this.width = whole.width;
    this.height = whole.height;
    this.renditions = whole.renditions;
    this.most = most;
  }

  /**
   * The same picture for a stage that can do with fewer pixels than it asks for: none are decoded
   * beyond this scale. It need not be closed, and ends with this one.
   */
  public DecodedImage limitedTo(double scale) {
    return new DecodedImage(this, scale);
  }

  /**
   * The pixels at the smallest scale that suffices; the caller must not release them.
   *
   * @param scale how many are needed for one of the displayed picture; above 1 as 1
   * @throws ImageException if they are decoded now, and the data turn out to be damaged
   */
  public Rendition at(double scale) {
    return renditions.at(Math.min(scale, most));
  }

  /**
   * All pixels; the caller must not release them.
   *
   * @throws ImageException if they are decoded now, and the data turn out to be damaged
   */
  public Mat pixels() {
    return at(1).pixels();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public byte[] bgr() {
    byte[] copy = new byte[Math.multiplyExact(Math.multiplyExact(width(), height()), 3)];
    pixels().get(0, 0, copy);
    return copy;
  }

  // Mat.release() may be called again: it frees nothing then.
  @Override
  public void close() {
    renditions.release();
  }

  /**
   * The pixels of any picture for one stage: those of a picture decoded here as they are, of a
   * user's own implementation a copy that is released at the end.
   */
  public static Borrowed borrow(Picture picture) {
    if (picture instanceof DecodedImage image) return new Borrowed(image, false);
    return new Borrowed(copyOf(picture.width(), picture.height(), picture.bgr()), true);
  }

  /** A picture of a copy of these pixels, row by row; the caller closes it. */
  static DecodedImage copyOf(int width, int height, byte[] bgr) {
    OpenCvLibrary.load();
    Mat copy = new Mat(height, width, CvType.CV_8UC3);
    try {
      copy.put(0, 0, bgr);
      return new DecodedImage(copy);
    } catch (Throwable failure) {
      copy.release();
      throw failure;
    }
  }

  /** Pixels lent to one stage. */
  public record Borrowed(DecodedImage image, boolean copied) implements AutoCloseable {
    @Override
    public void close() {
      if (copied) image.close();
    }
  }
}
