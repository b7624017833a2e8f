package dev.facecore.internal.image;

import dev.facecore.Picture;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Owns one decoded picture in native memory; everything after alignment is plain heap data. */
public final class DecodedImage implements Picture {
  private final Mat pixels;

  /** Takes over the pixels, 8-bit BGR: closing this releases them. */
  public DecodedImage(Mat pixels) {
    this.pixels = pixels;
  }

  /** The pixels, for the stages that run native code; the caller must not release them. */
  public Mat pixels() {
    return pixels;
  }

  @Override
  public int width() {
    return pixels.cols();
  }

  @Override
  public int height() {
    return pixels.rows();
  }

  @Override
  public byte[] bgr() {
    byte[] copy = new byte[Math.multiplyExact(Math.multiplyExact(width(), height()), 3)];
    pixels.get(0, 0, copy);
    return copy;
  }

  // Mat.release() may be called again: it frees nothing then.
  @Override
  public void close() {
    pixels.release();
  }

  /**
   * The pixels of any picture for one stage: those of a picture decoded here as they are, of a
   * user's own implementation a copy that is released at the end.
   */
  public static Borrowed borrow(Picture picture) {
    if (picture instanceof DecodedImage image) return new Borrowed(image, false);
    OpenCvLibrary.load();
    Mat copy = new Mat(picture.height(), picture.width(), CvType.CV_8UC3);
    copy.put(0, 0, picture.bgr());
    return new Borrowed(new DecodedImage(copy), true);
  }

  /** Pixels lent to one stage. */
  public record Borrowed(DecodedImage image, boolean copied) implements AutoCloseable {
    @Override
    public void close() {
      if (copied) image.close();
    }
  }
}
