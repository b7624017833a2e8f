package dev.facecore;

import dev.facecore.internal.align.FaceAligner;
import dev.facecore.internal.check.Require;
import dev.facecore.stage.Picture;
import java.util.Arrays;
import java.util.Base64;

/**
 * An aligned face as a JPEG of 160×160 pixels. Immutable and thread-safe; two are equal if their
 * bytes are.
 *
 * @param jpeg the JPEG file's bytes; the array is copied, in and out
 */
public record Headshot(byte[] jpeg) {
  /** Width and height in pixels. */
  public static final int SIZE = 160;

  /** Refuses null; the array is copied. */
  public Headshot {
    jpeg = Require.present("jpeg", jpeg).clone();
  }

  /** Cuts the headshot of a face out of an image, aligned as for the embedding. */
  public static Headshot of(Picture picture, FaceLandmarks landmarks) {
    return new Headshot(FaceAligner.jpeg(picture, landmarks, SIZE));
  }

  /** Returns a headshot from an encoded image; the array is copied. */
  public static Headshot ofJpeg(byte[] jpeg) {
    return new Headshot(jpeg);
  }

  /** Returns a copy of the JPEG file's bytes. */
  @Override
  public byte[] jpeg() {
    return jpeg.clone();
  }

  /** Returns the image as {@code data:image/jpeg;base64,…}. */
  public String dataUri() {
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Headshot that && Arrays.equals(jpeg, that.jpeg);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(jpeg);
  }

  /** Returns the number of bytes; never their values, so that a log line contains no image. */
  @Override
  public String toString() {
    return "Headshot[" + jpeg.length + " bytes]";
  }
}
