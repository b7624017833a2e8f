package dev.facecore;

import dev.facecore.internal.align.FaceAligner;
import java.util.function.Consumer;

/**
 * A face moved, turned and scaled so that its five points lie on the ArcFace template: what a
 * {@link FaceEmbedder} takes. Immutable, plain heap data.
 */
public final class AlignedFace {
  /** Width and height in pixels. */
  public static final int SIZE = 112;

  private final byte[] bgr;

  private AlignedFace(byte[] bgr) {
    this.bgr = bgr;
  }

  /**
   * Cuts an aligned face out of a picture by the least-squares similarity transform of its five
   * points.
   */
  public static AlignedFace of(Picture picture, FaceLandmarks landmarks) {
    return new AlignedFace(FaceAligner.align(picture, landmarks, SIZE));
  }

  /** Takes 112×112 pixels, row by row, three bytes each: blue, green, red; the array is copied. */
  public static AlignedFace ofBgr(byte[] bgr) {
    int expected = SIZE * SIZE * 3;
    if (bgr.length != expected) {
      throw new IllegalArgumentException("bgr must hold " + expected + " bytes, got " + bgr.length);
    }
    return new AlignedFace(bgr.clone());
  }

  /** A copy of the pixels, row by row, three bytes each: blue, green, red. */
  public byte[] bgr() {
    return bgr.clone();
  }

  /** Lends the pixels, uncopied, for the time of one call; they must not be changed. */
  public void read(Consumer<byte[]> reader) {
    reader.accept(bgr);
  }
}
