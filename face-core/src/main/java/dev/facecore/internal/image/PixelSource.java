package dev.facecore.internal.image;

import org.opencv.core.Mat;

/** One way to turn encoded data into 8-bit BGR pixels as stored; the caller releases them. */
interface PixelSource {
  Mat decode(ImageFormat format);

  /** Leaves all to the native decoder. */
  static PixelSource plain(EncodedStream stream) {
    return format -> NativeDecoder.decode(format, stream);
  }
}
