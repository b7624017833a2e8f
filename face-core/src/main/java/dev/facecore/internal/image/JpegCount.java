package dev.facecore.internal.image;

/**
 * The pass over the codes of one scan that finds out whether they are all there, and nothing else.
 * Not thread-safe.
 */
final class JpegCount {
  private final JpegScan[] scans;
  private final JpegBits bits;
  private final int restartInterval;
  private boolean known;

  JpegCount(JpegScan[] scans, JpegBits bits, int restartInterval) {
    this.scans = scans;
    this.bits = bits;
    this.restartInterval = restartInterval;
  }

  /**
   * Counts the codes, unless that was done before or is not necessary any more.
   *
   * @throws dev.facecore.ImageException if a marker or the end comes too early
   */
  void requireAll() {
    if (known) return;
    if (scans.length == 1) single(scans[0]);
    else interleaved();
    bits.requireAll();
    known = true;
  }

  /** Tells that all codes were read in another way. */
  void setKnown() {
    known = true;
  }

  private void single(JpegScan scan) {
    JpegPlane plane = scan.plane();
    int left = restartInterval;
    for (int y = 0; y < plane.rows(); y++) {
      for (int x = 0; x < plane.columns(); x++) {
        if (restartInterval > 0 && left-- == 0) left = restart();
        scan.block(y * plane.stride() + x);
      }
    }
  }

  private void interleaved() {
    JpegPlane any = scans[0].plane();
    int left = restartInterval;
    for (int y = 0; y < any.unitsDown(); y++) {
      for (int x = 0; x < any.unitsAcross(); x++) {
        if (restartInterval > 0 && left-- == 0) left = restart();
        for (JpegScan scan : scans) scan.unit(x, y);
      }
    }
  }

  private int restart() {
    bits.restart();
    for (JpegScan scan : scans) scan.restart();
    return restartInterval - 1;
  }
}
