package dev.facecore.internal.image;

import java.util.Optional;
import org.opencv.core.Mat;

/** One way to turn encoded data into 8-bit BGR pixels as stored; the caller releases them. */
interface PixelSource {
  Mat decode(ImageFormat format);

  /**
   * The same pixels with both sides divided by 2, 4 or 8 and rounded up; empty where the format
   * cannot be decoded so.
   */
  default Optional<PixelSource> reducedBy(int factor) {
    return Optional.empty();
  }

  /** Leaves all to the native decoder. */
  static PixelSource plain(EncodedStream stream) {
    return format -> NativeDecoder.decode(format, stream);
  }
}
