package dev.facecore;

import dev.facecore.internal.align.FaceAligner;
import java.util.Base64;

/** An aligned face as a JPEG of 160×160 pixels. Immutable and thread-safe. */
public final class Headshot {
  /** Width and height in pixels. */
  public static final int SIZE = 160;

  private final byte[] jpeg;

  private Headshot(byte[] jpeg) {
    this.jpeg = jpeg;
  }

  /** Cuts the headshot of a face out of a picture, aligned as for the embedding. */
  public static Headshot of(Picture picture, FaceLandmarks landmarks) {
    return new Headshot(FaceAligner.jpeg(picture, landmarks, SIZE));
  }

  /** Takes the encoded picture; the array is copied. */
  public static Headshot ofJpeg(byte[] jpeg) {
    return new Headshot(Require.present("jpeg", jpeg).clone());
  }

  /** A copy of the JPEG file's bytes. */
  public byte[] jpeg() {
    return jpeg.clone();
  }

  /** The picture as {@code data:image/jpeg;base64,…}. */
  public String dataUri() {
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
  }
}
