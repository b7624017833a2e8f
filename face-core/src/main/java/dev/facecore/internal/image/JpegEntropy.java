package dev.facecore.internal.image;

import java.util.Optional;

/**
 * Reads through the codes of a JPEG file without decoding them, to see that there are some for
 * every pixel: the native decoder makes up what is missing and says nothing. Of a progressive file
 * it remembers which coefficients are not zero, because their number says how many bits follow.
 */
final class JpegEntropy {
  private static final int COEFFICIENTS = 64;

  private final JpegHuffman[] dcTables = new JpegHuffman[4];
  private final JpegHuffman[] acTables = new JpegHuffman[4];
  private final int[][] steps = new int[4][];
  private JpegPlane[] planes = {};
  private boolean progressive;
  private boolean arithmetic;
  private int restartInterval;
  private boolean counted = true;
  private int width;
  private int height;

  /** The last scan, as long as its codes are not counted. */
  private JpegCount uncounted;

  /** The same scan for decoding here; null where that cannot be done. */
  private JpegReduced reduced;

  void frame(Bytes frame, boolean isProgressive, boolean isArithmetic) {
    planes = JpegPlane.of(frame, isProgressive);
    progressive = isProgressive;
    arithmetic = isArithmetic;
    height = frame.u16(1);
    width = frame.u16(3);
  }

  void restartInterval(Bytes segment) {
    restartInterval = segment.u16(0);
  }

  void tables(Bytes segment) {
    for (int at = 0; at < segment.size(); ) {
      int place = segment.u8(at++);
      if ((place & 0xEF) > 3) throw ImageFormat.JPEG.damaged();
      (place < 0x10 ? dcTables : acTables)[place & 3] = JpegHuffman.read(segment, at);
      at += 16 + JpegHuffman.size(segment, at);
    }
  }

  /** Takes in the steps of quantisation. */
  void quantisation(Bytes segment) {
    for (int at = 0; at < segment.size(); ) {
      int place = segment.u8(at++);
      int bytes = (place >> 4) + 1;
      if (bytes > 2 || (place & 0xF) > 3) return; // the native decoder says what is wrong
      int[] table = new int[COEFFICIENTS];
      for (int i = 0; i < COEFFICIENTS; i++, at += bytes) {
        table[i] = bytes == 1 ? segment.u8(at) : segment.u16(at);
      }
      steps[place & 0xF] = table;
    }
  }

  /** Whether all scans were read: not those in arithmetic code, or without tables of their own. */
  boolean isCounted() {
    return counted;
  }

  /** Whether nothing can be counted because the code is arithmetic. */
  boolean isArithmetic() {
    return arithmetic;
  }

  /**
   * Takes in one scan, and counts the codes of the one before.
   *
   * @param header of the scan
   * @param data what follows it
   * @throws dev.facecore.ImageException if a marker or the end comes too early
   */
  void scan(Bytes header, EncodedStream.Piece data) {
    count();
    int sent = header.u8(0);
    if (sent < 1 || sent > planes.length) throw ImageFormat.JPEG.damaged();
    JpegScan[] scans = new JpegScan[sent];
    JpegReduced.Component[] components = new JpegReduced.Component[sent];
    JpegBits bits = new JpegBits(data);
    for (int i = 0; i < sent; i++) {
      JpegPlane plane = plane(header.u8(1 + 2 * i), scans);
      int tables = header.u8(2 + 2 * i);
      JpegHuffman dc = dcTables[tables >> 4 & 3];
      JpegHuffman ac = acTables[tables & 3];
      scans[i] =
          new JpegScan(
              bits,
              plane,
              dc,
              ac,
              progressive ? header.u8(1 + 2 * sent) : 0,
              progressive ? header.u8(2 + 2 * sent) : 63,
              progressive && header.u8(3 + 2 * sent) >> 4 > 0,
              progressive);
      components[i] = new JpegReduced.Component(plane, dc, ac, steps(plane));
      if (arithmetic || !scans[i].hasTables()) counted = false;
    }
    if (!counted) return;
    uncounted = new JpegCount(scans, bits, restartInterval);
    boolean isAll = !progressive && sent == planes.length && isInOrder(scans);
    if (isAll) reduced = new JpegReduced(components, restartInterval, data, width, height);
    else count();
  }

  private int[] steps(JpegPlane plane) {
    return plane.table() < steps.length ? steps[plane.table()] : null;
  }

  private boolean isInOrder(JpegScan[] scans) {
    for (int i = 0; i < scans.length; i++) {
      if (scans[i].plane() != planes[i]) return false;
    }
    return true;
  }

  /**
   * Counts the codes that were put off until it is known whether they are decoded here.
   *
   * @throws dev.facecore.ImageException if a marker or the end comes too early
   */
  void count() {
    if (uncounted != null) uncounted.requireAll();
    uncounted = null;
    reduced = null;
  }

  /** Whether the components have the numbers 1, 2 and 3, or there is only one. */
  boolean isNumberedFromOne() {
    for (int i = 0; i < planes.length; i++) {
      if (planes.length > 1 && planes[i].id() != i + 1) return false;
    }
    return true;
  }

  /** The picture for decoding here; empty where it has more scans or is of an uncommon kind. */
  Optional<PixelSource> direct(EncodedStream.Piece data) {
    if (reduced == null || !reduced.isCommon()) return Optional.empty();
    return Optional.of(new JpegDirect(reduced, uncounted, JpegPixels.once(data), 1));
  }

  // Some files give all components one number; they are meant in their order.
  private JpegPlane plane(int id, JpegScan[] taken) {
    for (JpegPlane plane : planes) {
      boolean isTaken = false;
      for (JpegScan scan : taken) isTaken |= scan != null && scan.plane() == plane;
      if (plane.id() == id && !isTaken) return plane;
    }
    throw ImageFormat.JPEG.damaged();
  }
}
