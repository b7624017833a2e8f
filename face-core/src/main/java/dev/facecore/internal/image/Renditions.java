package dev.facecore.internal.image;

import dev.facecore.ImageException;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * One encoded picture, decoded at the scales that are asked for: the one place that decides how
 * many of its pixels are computed. A JPEG is decoded at 1/8, 1/4 or 1/2 where that suffices, which
 * libjpeg does in a quarter to a half of the time and a sixty-fourth to a quarter of the memory;
 * other formats are always decoded whole.
 *
 * <p>Thread-safe. What was decoded stays until it is released with all the rest, because a thread
 * may still read it.
 */
final class Renditions {
  private static final int[] REDUCED = {8, 4, 2};

  private final ImageHeader header;
  private final List<Rendition> decoded = new ArrayList<>();

  private Renditions(ImageHeader header) {
    this.header = header;
  }

  /** Of a picture of which nothing is decoded yet. */
  static Renditions of(ImageHeader header) {
    return new Renditions(header);
  }

  /** Of a picture that is not encoded: its pixels are all there are. */
  static Renditions of(Mat pixels) {
    Renditions only = new Renditions(null);
    only.decoded.add(Rendition.whole(pixels));
    return only;
  }

  /**
   * The fewest pixels that still hold so many for one of the displayed picture: those that were
   * decoded before, or else new ones.
   *
   * @param scale more than 1 asks for what does not exist, and gets all pixels
   * @throws ImageException if the data are damaged or end early
   */
  synchronized Rendition at(double scale) {
    Rendition best = null;
    for (Rendition one : decoded) {
      boolean suffices = one.factor() == 1 || one.factor() * scale <= 1;
      if (suffices && (best == null || one.factor() > best.factor())) best = one;
    }
    if (best != null) return best;
    Rendition added = decode(factor(scale));
    decoded.add(added);
    return added;
  }

  private int factor(double scale) {
    for (int factor : REDUCED) {
      if (factor * scale <= 1 && header.source().reducedBy(factor).isPresent()) return factor;
    }
    return 1;
  }

  private Rendition decode(int factor) {
    PixelSource source =
        factor == 1 ? header.source() : header.source().reducedBy(factor).orElseThrow();
    Mat stored = source.decode(header.format());
    Mat displayed = null;
    try {
      if (!isExpected(stored, factor)) throw header.format().damaged();
      displayed = Orientation.apply(header.orientation(), stored);
      return placed(displayed, factor);
    } finally {
      if (displayed != stored) stored.release();
    }
  }

  private boolean isExpected(Mat pixels, int factor) {
    return pixels.type() == CvType.CV_8UC3
        && pixels.cols() == roundedUp(header.width(), factor)
        && pixels.rows() == roundedUp(header.height(), factor);
  }

  // The columns and rows that were added when a side was rounded up are the last as stored.
  private Rendition placed(Mat displayed, int factor) {
    int left = displayed.cols() * factor - header.displayedWidth();
    int top = displayed.rows() * factor - header.displayedHeight();
    return new Rendition(
        displayed,
        factor,
        Orientation.isLeftEdgeLast(header.orientation()) ? left : 0,
        Orientation.isTopEdgeLast(header.orientation()) ? top : 0);
  }

  private static int roundedUp(int side, int factor) {
    return (side + factor - 1) / factor;
  }

  synchronized void release() {
    for (Rendition one : decoded) one.pixels().release();
  }
}
