package dev.facecore.internal.image;

/**
 * Reads through the codes of a JPEG file without decoding them, to see that there are some for
 * every pixel: the native decoder makes up what is missing and says nothing. Of a progressive file
 * it remembers which coefficients are not zero, because their number says how many bits follow.
 */
final class JpegEntropy {
  private final JpegHuffman[] dcTables = new JpegHuffman[4];
  private final JpegHuffman[] acTables = new JpegHuffman[4];
  private JpegPlane[] planes = {};
  private boolean progressive;
  private boolean arithmetic;
  private int restartInterval;
  private boolean counted = true;

  void frame(Bytes frame, boolean isProgressive, boolean isArithmetic) {
    planes = JpegPlane.of(frame, isProgressive);
    progressive = isProgressive;
    arithmetic = isArithmetic;
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

  /** Whether all scans were read: not those in arithmetic code, or without tables of their own. */
  boolean isCounted() {
    return counted;
  }

  /** Whether nothing can be counted because the code is arithmetic. */
  boolean isArithmetic() {
    return arithmetic;
  }

  /**
   * Reads one scan.
   *
   * @param header of the scan
   * @param data what follows it
   * @throws dev.facecore.ImageException if a marker or the end comes too early
   */
  void scan(Bytes header, EncodedStream.Piece data) {
    int sent = header.u8(0);
    if (sent < 1 || sent > planes.length) throw ImageFormat.JPEG.damaged();
    JpegScan[] scans = new JpegScan[sent];
    JpegBits bits = new JpegBits(data);
    for (int i = 0; i < sent; i++) {
      JpegPlane plane = plane(header.u8(1 + 2 * i), scans);
      int tables = header.u8(2 + 2 * i);
      scans[i] =
          new JpegScan(
              bits,
              plane,
              dcTables[tables >> 4 & 3],
              acTables[tables & 3],
              progressive ? header.u8(1 + 2 * sent) : 0,
              progressive ? header.u8(2 + 2 * sent) : 63,
              progressive && header.u8(3 + 2 * sent) >> 4 > 0,
              progressive);
      if (arithmetic || !scans[i].hasTables()) counted = false;
    }
    if (!counted) return;
    if (sent == 1) single(scans[0], bits);
    else interleaved(scans, bits);
    bits.requireAll();
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

  private void single(JpegScan scan, JpegBits bits) {
    JpegPlane plane = scan.plane();
    int left = restartInterval;
    for (int y = 0; y < plane.rows(); y++) {
      for (int x = 0; x < plane.columns(); x++) {
        if (restartInterval > 0 && left-- == 0) left = restart(bits, scan);
        scan.block(y * plane.stride() + x);
      }
    }
  }

  private void interleaved(JpegScan[] scans, JpegBits bits) {
    JpegPlane any = scans[0].plane();
    int left = restartInterval;
    for (int y = 0; y < any.unitsDown(); y++) {
      for (int x = 0; x < any.unitsAcross(); x++) {
        if (restartInterval > 0 && left-- == 0) left = restart(bits, scans);
        for (JpegScan scan : scans) scan.unit(x, y);
      }
    }
  }

  private int restart(JpegBits bits, JpegScan... scans) {
    bits.restart();
    for (JpegScan scan : scans) scan.restart();
    return restartInterval - 1;
  }
}
