package dev.facecore.internal.image;

import java.util.Optional;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/**
 * Decodes a JPEG file, and a second time with other bytes behind its data where these may be short.
 * The decoder does not say that it ran out of data; but complete data make the same picture
 * whatever follows them, and short data make another.
 *
 * @param twin the same data, followed by other bytes
 * @param factor by which both sides are divided: 1, 2, 4 or 8
 */
record JpegPixels(EncodedStream stream, EncodedStream twin, boolean endMarked, int factor)
    implements PixelSource {
  private static final int FILLER_LENGTH = 2048;
  private static final byte[] FILLER = noise(0);
  // Every bit differs between the two, so the first missing code word already does.
  private static final byte[] OTHER_FILLER = noise(0xFF);

  private static final int BLOCK = 8;

  /** What all samples 0 come out as, in CMYK (64 or 65 by rounding) and in every other colour. */
  private static final int EMPTY_INK = 64;

  private static final int EMPTY = 128;

  /** A file with its end mark, which stands behind {@code data}. */
  static JpegPixels marked(EncodedStream.Piece file, EncodedStream.Piece data, int nextRestart) {
    return new JpegPixels(EncodedStream.of(file), filled(data, FILLER, nextRestart), true, 1);
  }

  /** Data without an end mark. */
  static JpegPixels unmarked(EncodedStream.Piece data, int nextRestart) {
    return new JpegPixels(
        filled(data, FILLER, nextRestart), filled(data, OTHER_FILLER, nextRestart), false, 1);
  }

  private static EncodedStream filled(EncodedStream.Piece data, byte[] filler, int nextRestart) {
    // Data that end just before a restart mark would skip the filler in search of that mark.
    byte[] restart = {(byte) 0xFF, (byte) (0xD0 + nextRestart)};
    byte[] end = {(byte) 0xFF, (byte) 0xD9};
    return EncodedStream.of(data).add(filler).add(restart).add(filler).add(end);
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
    // Whether data are short is seen in the pixels of the last blocks, which a smaller picture
    // lacks.
    return endMarked ? Optional.of(new JpegPixels(stream, twin, true, factor)) : Optional.empty();
  }

  private Mat decode(ImageFormat format, EncodedStream data) {
    return factor == 1
        ? NativeDecoder.decode(format, data)
        : NativeDecoder.decodeReduced(format, data, factor);
  }

  @Override
  public Mat decode(ImageFormat format) {
    Mat pixels = decode(format, stream);
    boolean whole = false;
    try {
      whole = (endMarked && !endsEmpty(pixels)) || equalsTwin(format, pixels);
      if (!whole) throw format.endsEarly();
      return pixels;
    } finally {
      if (!whole) pixels.release();
    }
  }

  private boolean equalsTwin(ImageFormat format, Mat pixels) {
    Mat other = decode(format, twin);
    try {
      return Core.norm(pixels, other, Core.NORM_INF) == 0;
    } finally {
      other.release();
    }
  }

  /** Whether the last pixels have the colour of blocks for which there were no data. */
  private boolean endsEmpty(Mat pixels) {
    // Few of them and of the last row only: smoothed chroma mixes with the blocks around.
    int block = BLOCK / factor;
    int few = Math.max(1, block / 2);
    int left = Math.max((pixels.cols() - 1) / block * block, pixels.cols() - few);
    byte[] end = new byte[(pixels.cols() - left) * 3];
    pixels.get(pixels.rows() - 1, left, end);
    for (byte sample : end) {
      int value = sample & 0xFF;
      if (value != EMPTY && value != EMPTY_INK && value != EMPTY_INK + 1) return false;
    }
    return true;
  }
}
