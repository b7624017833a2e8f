package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/**
 * Shows another finder a picture part by part where the detection size asks for more than it shall
 * be shown at once: memory that a caller's number can ask for is bounded. Faces that are too large
 * to lie wholly in a part come from a look at the whole picture, shrunk. Up to {@link
 * Tiles#MOST_PIXELS} the other finder sees the picture as it is.
 *
 * @param finder closed with this one
 * @param overlap how much two candidates share
 * @param maxOverlap two candidates that share more show one face
 */
record TiledFinder(
    CandidateFinder finder, ToDoubleBiFunction<Candidate, Candidate> overlap, double maxOverlap)
    implements CandidateFinder {
  /** The longer side at which the whole picture is shown. */
  private static final int WHOLE = 1280;

  /** Smaller faces, in pixels of the input, are left to the parts, which show them better. */
  private static final int LEAST_OF_WHOLE = Tiles.OVERLAP / 2;

  /** A face that comes as near to an edge inside the picture, in pixels of the input, is cut. */
  private static final int CUT = 16;

  @Override
  public List<Candidate> find(Mat picture, int detectionSize, Deadline deadline) {
    double shrink = Tiles.shrink(picture.cols(), picture.rows(), detectionSize);
    if (Tiles.isOne(picture.cols(), picture.rows(), shrink)) {
      return finder.find(picture, detectionSize, deadline);
    }
    try {
      return NonMaxSuppression.keep(
          inParts(picture, shrink, deadline), face -> face, overlap, maxOverlap, deadline);
    } finally {
      finder.giveBack();
    }
  }

  private List<Candidate> inParts(Mat picture, double shrink, Deadline deadline) {
    List<Candidate> found = new ArrayList<>();
    for (Candidate face : finder.find(picture, WHOLE, deadline)) {
      if (shrink * Math.min(face.width(), face.height()) >= LEAST_OF_WHOLE) found.add(face);
    }
    for (Rect tile : Tiles.of(picture.cols(), picture.rows(), shrink)) {
      found.addAll(in(tile, picture, shrink, deadline));
    }
    return found;
  }

  private List<Candidate> in(Rect tile, Mat picture, double shrink, Deadline deadline) {
    int size = (int) Math.round(shrink * Math.max(tile.width, tile.height));
    Mat part = picture.submat(tile);
    try {
      return finder.find(part, size, deadline).stream()
          .map(face -> face.mapped(1, 1, tile.x, tile.y))
          .filter(face -> isWhole(face, tile, picture, CUT / shrink))
          .toList();
    } finally {
      part.release();
    }
  }

  private static boolean isWhole(Candidate face, Rect tile, Mat picture, double margin) {
    int right = tile.x + tile.width;
    int bottom = tile.y + tile.height;
    return (tile.x == 0 || face.left() >= tile.x + margin)
        && (tile.y == 0 || face.top() >= tile.y + margin)
        && (right == picture.cols() || face.right() <= right - margin)
        && (bottom == picture.rows() || face.bottom() <= bottom - margin);
  }

  @Override
  public void close() {
    finder.close();
  }
}
