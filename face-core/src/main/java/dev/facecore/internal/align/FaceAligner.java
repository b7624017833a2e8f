package dev.facecore.internal.align;

import dev.facecore.FaceLandmarks;
import dev.facecore.Picture;

/** Cuts aligned faces. */
public final class FaceAligner {
  private FaceAligner() {}

  public static byte[] align(Picture picture, FaceLandmarks landmarks, int size) {
    throw new UnsupportedOperationException();
  }
}
