package dev.facecore.internal.image;

import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * Decodes the common kind of JPEG at 1/4 or 1/8 of its sides while its codes are counted: one
 * sequential scan in Huffman code, grey or with chroma that is stored whole, halved across or
 * halved in both directions. Pixels are those of the native decoder; what is not as in a healthy
 * file is left to that one.
 *
 * <p>The native decoder says nothing about missing data, so that counting takes a pass of its own
 * beside it: both together take half as long again. Not thread-safe.
 */
final class JpegReduced {
  /** From these factors on no sample depends on a neighbouring row of blocks. */
  private static final int LEAST_FACTOR = 4;

  private final Component[] components;
  private final int restartInterval;
  private final EncodedStream.Piece data;
  private final int width;
  private final int height;

  /**
   * One component of the scan.
   *
   * @param steps of the quantisation, in the order of the codes; null where the file has none
   */
  record Component(JpegPlane plane, JpegHuffman dc, JpegHuffman ac, int[] steps) {}

  JpegReduced(
      Component[] components,
      int restartInterval,
      EncodedStream.Piece data,
      int width,
      int height) {
    this.components = components;
    this.restartInterval = restartInterval;
    this.data = data;
    this.width = width;
    this.height = height;
  }

  /** Whether this can decode such a scan at all. */
  boolean isCommon() {
    for (Component component : components) {
      if (component.steps == null || !component.dc.isOfDifferences()) return false;
    }
    if (components.length == 1) return true;
    if (components.length != 3 || isSampled(0, 1, 2)) return false;
    boolean known = isSampled(0, 1, 1) || isSampled(0, 2, 1) || isSampled(0, 2, 2);
    return known && isSampled(1, 1, 1) && isSampled(2, 1, 1);
  }

  private boolean isSampled(int component, int across, int down) {
    JpegPlane plane = components[component].plane;
    return plane.across() == across && plane.down() == down;
  }

  /**
   * The picture with both sides divided and rounded up; the caller releases it. Empty for other
   * factors and for data that are odd, which says nothing about whether they are complete.
   *
   * @throws dev.facecore.ImageException if the data end early
   */
  Optional<Mat> decode(int factor) {
    if (factor < LEAST_FACTOR) return Optional.empty();
    JpegBand band = new JpegBand(components, JpegBlock.SIDE / factor, width, height);
    JpegBits bits = new JpegBits(data);
    Mat pixels = new Mat(roundedUp(height, factor), roundedUp(width, factor), CvType.CV_8UC3);
    boolean whole = false;
    try {
      if (!decode(bits, band, pixels)) return Optional.empty();
      bits.requireAll();
      whole = true;
      return Optional.of(pixels);
    } finally {
      if (!whole) pixels.release();
    }
  }

  private boolean decode(JpegBits bits, JpegBand band, Mat pixels) {
    int left = restartInterval;
    int restarts = 0;
    for (int y = 0; y < band.unitsDown(); y++) {
      for (int x = 0; x < band.unitsAcross(); x++) {
        if (restartInterval > 0 && left-- == 0) {
          if (!bits.restartWith(restarts++ & 7)) return false;
          band.restart();
          left = restartInterval - 1;
        }
        if (!band.readUnit(bits, x)) return false;
      }
      band.putTo(pixels, y);
    }
    return true;
  }

  private static int roundedUp(int side, int factor) {
    return (side + factor - 1) / factor;
  }
}
