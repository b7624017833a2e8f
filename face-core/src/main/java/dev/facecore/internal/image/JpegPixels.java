package dev.facecore.internal.image;

import java.util.Optional;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/**
 * Decodes a JPEG file. Where its codes could not be counted it is decoded a second time, with other
 * bytes behind its data: the decoder does not say that it ran out of them, but complete data make
 * the same picture whatever follows, and short data make another.
 *
 * @param twin the same data, followed by other bytes; empty where they are known to be complete
 * @param factor by which both sides are divided: 1, 2, 4 or 8
 */
record JpegPixels(EncodedStream stream, Optional<EncodedStream> twin, int factor)
    implements PixelSource {
  private static final int FILLER_LENGTH = 2048;
  private static final byte[] FILLER = noise(0);
  // Every bit differs between the two, so the first missing code word already does.
  private static final byte[] OTHER_FILLER = noise(0xFF);
  private static final byte[] END = {(byte) 0xFF, (byte) 0xD9};

  /** Data that hold every pixel, up to the end mark that they may lack. */
  static JpegPixels once(EncodedStream.Piece data) {
    return new JpegPixels(EncodedStream.of(data).add(END), Optional.empty(), 1);
  }

  /** Data that may be short, up to their end mark. */
  static JpegPixels twice(EncodedStream.Piece data, int nextRestart) {
    return new JpegPixels(
        filled(data, FILLER, nextRestart), Optional.of(filled(data, OTHER_FILLER, nextRestart)), 1);
  }

  private static EncodedStream filled(EncodedStream.Piece data, byte[] filler, int nextRestart) {
    // Data that end just before a restart mark would skip the filler in search of that mark.
    byte[] restart = {(byte) 0xFF, (byte) (0xD0 + nextRestart)};
    return EncodedStream.of(data).add(filler).add(restart).add(filler).add(END);
  }

  /** Bytes without a pattern that code words could fall in step with, and without a marker. */
  private static byte[] noise(int inverted) {
    byte[] noise = new byte[FILLER_LENGTH];
    Random random = new Random(1);
    for (int i = 0; i < noise.length; i++) noise[i] = (byte) (1 + random.nextInt(254) ^ inverted);
    return noise;
  }

  @Override
  public Optional<PixelSource> reducedBy(int factor) {
    // A smaller picture lacks what shows that the data are short.
    return twin.isPresent() ? Optional.empty() : Optional.of(new JpegPixels(stream, twin, factor));
  }

  @Override
  public Mat decode(ImageFormat format) {
    if (factor > 1) return NativeDecoder.decodeReduced(format, stream, factor);
    Mat pixels = NativeDecoder.decode(format, stream);
    boolean whole = false;
    try {
      whole = twin.isEmpty() || equals(format, pixels, twin.get());
      if (!whole) throw format.endsEarly();
      return pixels;
    } finally {
      if (!whole) pixels.release();
    }
  }

  private static boolean equals(ImageFormat format, Mat pixels, EncodedStream twin) {
    Mat other = NativeDecoder.decode(format, twin);
    try {
      return Core.norm(pixels, other, Core.NORM_INF) == 0;
    } finally {
      other.release();
    }
  }
}
