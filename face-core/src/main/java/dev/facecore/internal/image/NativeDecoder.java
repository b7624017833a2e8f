package dev.facecore.internal.image;

import dev.facecore.ImageException;
import dev.facecore.internal.natives.NativeTime;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

/** Runs OpenCV's decoder; a picture that it gives up on is refused. */
final class NativeDecoder {
  private static final String OUT_OF_MEMORY = "(-4:";

  private NativeDecoder() {}

  /** 8-bit BGR as stored; the caller releases it. */
  static Mat decode(ImageFormat format, EncodedStream stream) {
    // Orientation is ours for all formats: OpenCV reads it in some and not in others.
    return decode(format, stream, Imgcodecs.IMREAD_COLOR | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
  }

  /**
   * The same with both sides divided and rounded up, by libjpeg's own scaling.
   *
   * @param factor 2, 4 or 8
   */
  static Mat decodeReduced(ImageFormat format, EncodedStream stream, int factor) {
    int reduced =
        switch (factor) {
          case 2 -> Imgcodecs.IMREAD_REDUCED_COLOR_2;
          case 4 -> Imgcodecs.IMREAD_REDUCED_COLOR_4;
          case 8 -> Imgcodecs.IMREAD_REDUCED_COLOR_8;
          default -> throw new IllegalArgumentException("factor must be 2, 4 or 8, got " + factor);
        };
    return decode(format, stream, reduced | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
  }

  /** The samples as stored, in their depth and number; the caller releases them. */
  static Mat decodeUnchanged(ImageFormat format, EncodedStream stream) {
    return decode(format, stream, Imgcodecs.IMREAD_UNCHANGED);
  }

  private static Mat decode(ImageFormat format, EncodedStream stream, int flags) {
    OpenCvLibrary.load();
    Mat encoded = stream.toMat();
    try {
      Mat pixels = NativeTime.count(() -> Imgcodecs.imdecode(encoded, flags));
      if (!pixels.empty()) return pixels;
      pixels.release();
      throw format.damaged();
    } catch (CvException failure) {
      throw refusal(format, failure);
    } finally {
      encoded.release();
    }
  }

  private static RuntimeException refusal(ImageFormat format, CvException failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains(OUT_OF_MEMORY)) {
      return new ImageException(
          "There is not enough native memory for the image; allow fewer pixels or fewer"
              + " images at once.",
          failure);
    }
    ImageException damaged = format.damaged();
    damaged.initCause(failure);
    return damaged;
  }
}
