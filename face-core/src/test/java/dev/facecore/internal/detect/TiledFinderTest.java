package dev.facecore.internal.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Deadline;
import dev.facecore.internal.image.OpenCvLibrary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class TiledFinderTest {
  private static final Rect[] SQUARES = {
    new Rect(10, 10, 60, 60),
    new Rect(1180, 1190, 90, 90),
    new Rect(2040, 300, 150, 150),
    new Rect(300, 2500, 900, 900),
    new Rect(4046, 4046, 50, 50),
  };

  @BeforeAll
  static void load() {
    OpenCvLibrary.load();
  }

  /** Finds white squares, however large, and tells what it was shown. */
  private static final class SquareFinder implements CandidateFinder {
    private final List<Long> shown = new ArrayList<>();
    private int givenBack;

    @Override
    public List<Candidate> find(Mat picture, int detectionSize, Deadline deadline) {
      deadline.check();
      try (DetectionInput input =
          DetectionInput.of(picture, detectionSize, InputShape.multipleOf(32))) {
        shown.add(input.pixels().total());
        return squares(input.pixels()).stream().map(input::toPicture).toList();
      }
    }

    private static List<Candidate> squares(Mat pixels) {
      Mat grey = new Mat();
      Mat labels = new Mat();
      Mat statistics = new Mat();
      Mat centres = new Mat();
      try {
        Imgproc.cvtColor(pixels, grey, Imgproc.COLOR_BGR2GRAY);
        int count = Imgproc.connectedComponentsWithStats(grey, labels, statistics, centres);
        List<Candidate> found = new ArrayList<>();
        int[] box = new int[5];
        for (int i = 1; i < count; i++) {
          statistics.get(i, 0, box);
          found.add(
              new Candidate(
                  box[0], box[1], box[0] + box[2], box[1] + box[3], .9f, Candidate.NO_POINTS));
        }
        return found;
      } finally {
        for (Mat mat : List.of(grey, labels, statistics, centres)) mat.release();
      }
    }

    @Override
    public void giveBack() {
      givenBack++;
    }

    @Override
    public void close() {}
  }

  private static Mat picture() {
    Mat picture = Mat.zeros(4096, 4096, CvType.CV_8UC3);
    for (Rect square : SQUARES) Imgproc.rectangle(picture, square, Scalar.all(255), Core.FILLED);
    return picture;
  }

  @Test
  void every_face_is_found_once_and_never_is_much_shown_at_once() {
    SquareFinder squares = new SquareFinder();
    Mat picture = picture();
    try (TiledFinder finder = new TiledFinder(squares, Candidate::overlap, 0.4)) {
      List<Candidate> found = finder.find(picture, 4096, Deadline.unlimited());
      assertEquals(SQUARES.length, found.size(), found.toString());
      for (Rect square : SQUARES) {
        Candidate expected =
            new Candidate(
                square.x,
                square.y,
                square.x + square.width,
                square.y + square.height,
                1,
                Candidate.NO_POINTS);
        assertTrue(found.stream().anyMatch(face -> face.overlap(expected) > .9), square.toString());
      }
      assertEquals(17, squares.shown.size());
      assertTrue(squares.shown.stream().allMatch(pixels -> pixels <= Tiles.MOST_PIXELS));
      assertEquals(1, squares.givenBack);
    } finally {
      picture.release();
    }
  }

  @Test
  void what_fits_is_shown_as_it_is() {
    SquareFinder squares = new SquareFinder();
    Mat picture = picture();
    try (TiledFinder finder = new TiledFinder(squares, Candidate::overlap, 0.4)) {
      finder.find(picture, 1280, Deadline.unlimited());
      assertEquals(List.of(1280L * 1280), squares.shown);
      assertEquals(0, squares.givenBack);
    } finally {
      picture.release();
    }
  }
}
