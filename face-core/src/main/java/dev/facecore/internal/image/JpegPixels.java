package dev.facecore.internal.image;

import java.util.Arrays;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/**
 * Decodes a JPEG file, and a second time with other bytes behind its data where these may be short.
 * The decoder does not say that it ran out of data; but complete data make the same picture
 * whatever follows them, and short data make another.
 *
 * @param twin the same data, followed by other bytes
 */
record JpegPixels(EncodedStream stream, EncodedStream twin, boolean endMarked)
    implements PixelSource {
  // Every bit differs between the two, so the first missing code word already does.
  private static final int FILLER = 0x55;
  private static final int OTHER_FILLER = 0xAA;
  private static final int FILLER_LENGTH = 64;
  private static final int BLOCK = 8;

  /** What all samples 0 come out as, in CMYK (64 or 65 by rounding) and in every other colour. */
  private static final int EMPTY_INK = 64;

  private static final int EMPTY = 128;

  /** A file with its end mark, which stands behind {@code data}. */
  static JpegPixels marked(EncodedStream.Piece file, EncodedStream.Piece data, int nextRestart) {
    return new JpegPixels(EncodedStream.of(file), filled(data, FILLER, nextRestart), true);
  }

  /** Data without an end mark. */
  static JpegPixels unmarked(EncodedStream.Piece data, int nextRestart) {
    return new JpegPixels(
        filled(data, FILLER, nextRestart), filled(data, OTHER_FILLER, nextRestart), false);
  }

  private static EncodedStream filled(EncodedStream.Piece data, int filler, int nextRestart) {
    byte[] tail = new byte[2 * FILLER_LENGTH + 4];
    Arrays.fill(tail, (byte) filler);
    // Data that end just before a restart mark would otherwise skip the filler in search of it.
    tail[FILLER_LENGTH] = (byte) 0xFF;
    tail[FILLER_LENGTH + 1] = (byte) (0xD0 + nextRestart);
    tail[tail.length - 2] = (byte) 0xFF;
    tail[tail.length - 1] = (byte) 0xD9;
    return EncodedStream.of(data).add(tail);
  }

  @Override
  public Mat decode(ImageFormat format) {
    Mat pixels = NativeDecoder.decode(format, stream);
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
    Mat other = NativeDecoder.decode(format, twin);
    try {
      return Core.norm(pixels, other, Core.NORM_INF) == 0;
    } finally {
      other.release();
    }
  }

  /** Whether the last block has the colour of blocks for which there were no data. */
  private static boolean endsEmpty(Mat pixels) {
    int left = (pixels.cols() - 1) / BLOCK * BLOCK;
    int top = (pixels.rows() - 1) / BLOCK * BLOCK;
    byte[] row = new byte[(pixels.cols() - left) * 3];
    for (int y = top; y < pixels.rows(); y++) {
      pixels.get(y, left, row);
      for (byte sample : row) {
        int value = sample & 0xFF;
        if (value != EMPTY && value != EMPTY_INK && value != EMPTY_INK + 1) return false;
      }
    }
    return true;
  }
}
