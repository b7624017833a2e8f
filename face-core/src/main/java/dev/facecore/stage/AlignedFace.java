package dev.facecore.stage;

import dev.facecore.FaceLandmarks;
import dev.facecore.internal.align.FaceAligner;
import dev.facecore.internal.check.Require;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A face moved, turned and scaled so that its five points are on the ArcFace template: what a
 * {@link FaceEmbedder} takes. Immutable, plain heap data; two are equal if their pixels are.
 *
 * @param bgr 112×112 pixels, row by row, three bytes each: blue, green, red; the array is copied,
 *     in and out
 */
public record AlignedFace(byte[] bgr) {
  /** Width and height in pixels. */
  public static final int SIZE = 112;

  /** Refuses another number of bytes. */
  public AlignedFace {
    int expected = SIZE * SIZE * 3;
    if (Require.present("bgr", bgr).length != expected) {
      throw new IllegalArgumentException("bgr must hold " + expected + " bytes, got " + bgr.length);
    }
    bgr = bgr.clone();
  }

  /**
   * Cuts an aligned face out of an image by the least-squares similarity transform of its five
   * points.
   */
  public static AlignedFace of(Picture picture, FaceLandmarks landmarks) {
    return new AlignedFace(FaceAligner.align(picture, landmarks, SIZE));
  }

  /** Takes 112×112 pixels, row by row, three bytes each: blue, green, red; the array is copied. */
  public static AlignedFace ofBgr(byte[] bgr) {
    return new AlignedFace(bgr);
  }

  /** Returns a copy of the pixels, row by row, three bytes each: blue, green, red. */
  @Override
  public byte[] bgr() {
    return bgr.clone();
  }

  /** Lends the pixels, uncopied, for the time of one call; they must not be changed. */
  public void read(Consumer<byte[]> reader) {
    reader.accept(bgr);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AlignedFace that && Arrays.equals(bgr, that.bgr);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bgr);
  }

  /** Returns the size; never the pixels, so that a log line contains no image. */
  @Override
  public String toString() {
    return "AlignedFace[" + SIZE + "x" + SIZE + "]";
  }
}
