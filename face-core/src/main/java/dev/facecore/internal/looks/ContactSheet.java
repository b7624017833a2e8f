package dev.facecore.internal.looks;

import dev.facecore.Box;
import dev.facecore.Deadline;
import dev.facecore.FaceLandmarks;
import dev.facecore.Point;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/**
 * Small views of a picture beside and below each other, shown to a detector at once: most of the
 * time of a run on so few pixels goes into beginning it, so that one run on twelve views takes
 * little more than a third of the time of twelve.
 *
 * @param views row by row; each a square of {@code size} pixels
 * @param columns views in a row; the rows are full
 */
record ContactSheet(List<View> views, int columns, int size) {

  /**
   * What the detector finds in each view, in the pixels of that view and in the order of the views.
   */
  List<List<Detection>> found(DecodedImage image, FaceDetector detector, Deadline deadline) {
    List<List<Detection>> found = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) found.add(new ArrayList<>());
    try (DecodedImage sheet = printed(image)) {
      int longer = Math.max(sheet.width(), sheet.height());
      for (Detection face : detector.detect(sheet, longer, deadline)) {
        int column = cell(face.box().x() + face.box().width() / 2, columns);
        int row = cell(face.box().y() + face.box().height() / 2, views.size() / columns);
        found.get(row * columns + column).add(moved(face, -column * size, -row * size));
      }
    }
    return found;
  }

  private int cell(double middle, int count) {
    return (int) Math.max(0, Math.min(count - 1, middle / size));
  }

  /** All views as one picture; the caller closes it. */
  private DecodedImage printed(DecodedImage image) {
    DecodedImage sheet =
        new DecodedImage(Mat.zeros(views.size() / columns * size, columns * size, CvType.CV_8UC3));
    try {
      for (int i = 0; i < views.size(); i++) {
        Rect place = new Rect(i % columns * size, i / columns * size, size, size);
        Mat cell = sheet.pixels().submat(place);
        try (DecodedImage seen = views.get(i).of(image)) {
          seen.pixels().copyTo(cell);
        } finally {
          cell.release();
        }
      }
      return sheet;
    } catch (Throwable failure) {
      sheet.close();
      throw failure;
    }
  }

  private static Detection moved(Detection face, int right, int down) {
    Box box = face.box();
    FaceLandmarks points = face.landmarks();
    return new Detection(
        new Box(box.x() + right, box.y() + down, box.width(), box.height()),
        new FaceLandmarks(
            moved(points.leftEye(), right, down),
            moved(points.rightEye(), right, down),
            moved(points.noseTip(), right, down),
            moved(points.leftMouth(), right, down),
            moved(points.rightMouth(), right, down)),
        face.confidence());
  }

  private static Point moved(Point point, int right, int down) {
    return new Point(point.x() + right, point.y() + down);
  }
}
