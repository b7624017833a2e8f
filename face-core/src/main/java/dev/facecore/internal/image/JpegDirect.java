package dev.facecore.internal.image;

import dev.facecore.internal.natives.NativeTime;
import java.util.Optional;
import org.opencv.core.Mat;

/**
 * Decodes a JPEG here where that saves a pass over its codes, and else has them counted once before
 * the native decoder gets them. Not thread-safe, nor are two of the same file.
 */
record JpegDirect(JpegReduced reduced, JpegCount count, JpegPixels natively, int factor)
    implements PixelSource {

  @Override
  public Optional<PixelSource> reducedBy(int by) {
    return Optional.of(new JpegDirect(reduced, count, natively, by));
  }

  @Override
  public Mat decode(ImageFormat format) {
    Optional<Mat> pixels = NativeTime.count(() -> reduced.decode(factor));
    if (pixels.isPresent()) {
      count.setKnown();
      return pixels.get();
    }
    count.requireAll();
    return natively.reducedBy(factor).orElseThrow().decode(format);
  }
}
