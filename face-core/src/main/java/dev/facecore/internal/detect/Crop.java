package dev.facecore.internal.detect;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A square of whole pixels of a picture; what lies outside the picture is black.
 *
 * @param left of its left column; may be negative
 * @param top of its upper row; may be negative
 * @param side in pixels, at least 1
 */
record Crop(int left, int top, int side) {
  /** The square around a box's centre whose side is that of the box's longer one, enlarged. */
  static Crop around(Candidate box, double enlarged) {
    double side = Math.max(box.width(), box.height()) * enlarged;
    double left = (box.left() + box.right() - side) / 2;
    double top = (box.top() + box.bottom() - side) / 2;
    return new Crop(
        (int) Math.round(left), (int) Math.round(top), Math.max(1, (int) Math.round(side)));
  }

  /** The square as a candidate without score and points. */
  Candidate box() {
    return new Candidate(left, top, left + side, top + side, 0, Candidate.NO_POINTS);
  }

  /**
   * Its pixels, resized into a square that has the picture's type already. The caller keeps both.
   */
  void resizeInto(Mat target, Mat picture) {
    Rect seen = seenIn(picture);
    if (seen.empty()) {
      // setTo() returns one more handle of the same pixels, which would keep them.
      target.setTo(Scalar.all(0)).release();
      return;
    }
    Mat inside = picture.submat(seen);
    Mat whole = new Mat();
    try {
      Core.copyMakeBorder(
          inside,
          whole,
          seen.y - top,
          top + side - seen.y - seen.height,
          seen.x - left,
          left + side - seen.x - seen.width,
          Core.BORDER_CONSTANT | Core.BORDER_ISOLATED,
          Scalar.all(0));
      // Averaging keeps a face that shrinks much from becoming noise; it cannot enlarge.
      int method = side > target.cols() ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR;
      Imgproc.resize(whole, target, new Size(target.cols(), target.rows()), 0, 0, method);
    } finally {
      whole.release();
      inside.release();
    }
  }

  /** Its pixels, resized to {@code size} by {@code size}; the caller releases them. */
  Mat resized(Mat picture, int size) {
    Mat target = new Mat(size, size, CvType.CV_8UC3);
    try {
      resizeInto(target, picture);
      return target;
    } catch (Throwable failure) {
      target.release();
      throw failure;
    }
  }

  private Rect seenIn(Mat picture) {
    int right = Math.min(picture.cols(), left + side);
    int bottom = Math.min(picture.rows(), top + side);
    int x = Math.max(0, left);
    int y = Math.max(0, top);
    return new Rect(x, y, Math.max(0, right - x), Math.max(0, bottom - y));
  }
}
