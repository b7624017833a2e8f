package dev.facecore.internal.image;

import java.util.Arrays;
import org.opencv.core.Mat;

/**
 * The samples of one row of units of a JPEG file, from codes to pixels; used for one row after the
 * other. Not thread-safe.
 */
final class JpegBand {
  private final Layer[] layers;
  private final int side;
  private final boolean single;
  private final int columns;
  private final int width;
  private final int unitsDown;
  private final JpegBlock block = new JpegBlock();
  private final byte[][] widened = new byte[2][];
  private final byte[] bgr;

  /** One component in this band, {@code side} samples for each block along a side. */
  private static final class Layer {
    private final JpegPlane plane;
    private final JpegHuffman dc;
    private final JpegRuns runs;
    private final JpegValues values;
    private final int[] steps;
    private final int side;
    private final int stride;
    private final byte[] samples;
    private final int[] before = new int[1];

    Layer(JpegReduced.Component component, int side, int blocks, int down) {
      plane = component.plane();
      dc = component.dc();
      runs = side == 1 ? new JpegRuns(component.ac()) : null;
      values = side == 1 ? null : new JpegValues(component.ac());
      steps = Arrays.copyOf(component.steps(), JpegBlock.PLACES.length);
      this.side = side;
      stride = blocks * side;
      samples = new byte[stride * down * side];
    }
  }

  /**
   * Makes room for a row.
   *
   * @param side samples for a block of luma, along a side
   * @param width of the picture as stored
   */
  JpegBand(JpegReduced.Component[] components, int side, int width, int height) {
    this.side = side;
    JpegPlane luma = components[0].plane();
    single = components.length == 1;
    columns = single ? luma.columns() : luma.unitsAcross();
    unitsDown = single ? luma.rows() : luma.unitsDown();
    this.width = roundedUp(width * side, JpegBlock.SIDE);
    layers = new Layer[components.length];
    for (int i = 0; i < layers.length; i++) {
      JpegPlane plane = components[i].plane();
      int blocks = single ? columns : plane.stride();
      layers[i] =
          new Layer(components[i], sideOf(i, components), blocks, single ? 1 : plane.down());
    }
    if (!single && isHalvedAcross()) {
      for (int i = 0; i < 2; i++) widened[i] = new byte[2 * layers[1].stride];
    }
    bgr = new byte[3 * this.width * bandRows()];
  }

  // Chroma that is halved in both directions has more samples for a block instead.
  private int sideOf(int component, JpegReduced.Component[] components) {
    return component > 0 && components[0].plane().down() == 2 ? 2 * side : side;
  }

  private boolean isHalvedAcross() {
    return layers[0].plane.across() == 2 && layers[0].plane.down() == 1;
  }

  private int bandRows() {
    return (single ? 1 : layers[0].plane.down()) * side;
  }

  int unitsAcross() {
    return columns;
  }

  int unitsDown() {
    return unitsDown;
  }

  /** Forgets the blocks before. */
  void restart() {
    for (Layer layer : layers) layer.before[0] = 0;
  }

  /** Reads the blocks of one unit; false where a code is not as in a healthy file. */
  boolean readUnit(JpegBits bits, int unit) {
    if (single) return read(bits, layers[0], unit * side);
    for (Layer layer : layers) {
      for (int y = 0; y < layer.plane.down(); y++) {
        for (int x = 0; x < layer.plane.across(); x++) {
          int column = (unit * layer.plane.across() + x) * layer.side;
          if (!read(bits, layer, y * layer.side * layer.stride + column)) return false;
        }
      }
    }
    return true;
  }

  private boolean read(JpegBits bits, Layer layer, int at) {
    int last = layer.side == 1 ? readFirst(bits, layer) : readAll(bits, layer);
    if (last < 0) return false;
    block.write(layer.side, last, layer.samples, at, layer.stride);
    return true;
  }

  private int readAll(JpegBits bits, Layer layer) {
    return bits.readBlock(
        layer.dc, layer.values, layer.before, layer.steps, JpegBlock.PLACES, block.coefficients());
  }

  private int readFirst(JpegBits bits, Layer layer) {
    int size = layer.dc.nextValid(bits);
    if (size < 0) return -1;
    layer.before[0] += JpegValues.extended(bits.peek(size), size);
    bits.skip(size);
    block.coefficients()[0] = (short) layer.before[0] * layer.steps[0];
    bits.passRuns(layer.runs);
    return 0;
  }

  /** Writes the pixels of this row of units. */
  void putTo(Mat pixels, int unitRow) {
    int first = unitRow * bandRows();
    int rows = Math.min(bandRows(), pixels.rows() - first);
    for (int y = 0; y < rows; y++) {
      int to = 3 * width * y;
      int luma = y * layers[0].stride;
      if (single) JpegColour.grey(layers[0].samples, luma, bgr, to, width);
      else colours(y, luma, to);
    }
    pixels.put(first, 0, bgr, 0, 3 * width * rows);
  }

  private void colours(int y, int luma, int to) {
    byte[] blue = layers[1].samples;
    byte[] red = layers[2].samples;
    int chroma = y * layers[1].stride;
    if (widened[0] != null) {
      int samples = (width + 1) / 2;
      JpegColour.widened(blue, chroma, samples, side > 1, widened[0]);
      JpegColour.widened(red, chroma, samples, side > 1, widened[1]);
      JpegColour.row(layers[0].samples, luma, widened[0], 0, widened[1], 0, bgr, to, width);
    } else {
      JpegColour.row(layers[0].samples, luma, blue, chroma, red, chroma, bgr, to, width);
    }
  }

  private static int roundedUp(int length, int part) {
    return (length + part - 1) / part;
  }
}
