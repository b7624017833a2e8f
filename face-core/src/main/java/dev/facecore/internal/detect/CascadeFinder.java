package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import dev.facecore.internal.onnx.Pool;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.imgproc.Imgproc;

/**
 * OpenCV's cascade as a finder of boxes: one cascade for each thread that works at once.
 *
 * <p>A cascade says how strongly its last stage voted, not how sure it is. Measured over the 396
 * boxes that it finds in 100 pictures of WIDER FACE: 15 % of them are faces at a vote of 1, 40 % at
 * 3, 70 % at 5, 90 % at 7, 95 % from 9 on. The confidence is that share, as the likeliest logistic
 * curve, mapped to 0.5 (none) to 1 (all).
 */
final class CascadeFinder implements CandidateFinder {
  /** Two boxes that overlap by more than this show one face. */
  static final double MAX_OVERLAP = 0.4;

  private static final double HALF_TRUE = 3.7;
  private static final double SPREAD = 1.6;

  private final String name;
  private final Pool<Cascade> cascades;
  private volatile boolean closed;

  /** Opens one cascade at once, so that a wrong file fails here. */
  CascadeFinder(String name, byte[] xml) {
    this.name = name;
    cascades = new Pool<>(() -> Cascade.read(name, xml));
    cascades.with(cascade -> cascade);
  }

  /** A search that has begun is not stopped: OpenCV offers no way. */
  @Override
  public List<Candidate> find(Mat picture, int detectionSize, Deadline deadline) {
    if (closed) throw new IllegalStateException("the model " + name + " is closed");
    deadline.check();
    Mat grey = new Mat();
    try (DetectionInput input =
        DetectionInput.of(picture, detectionSize, InputShape.multipleOf(1))) {
      Imgproc.cvtColor(input.pixels(), grey, Imgproc.COLOR_BGR2GRAY);
      return cascades.with(cascade -> cascade.hits(grey)).stream()
          .map(CascadeFinder::candidate)
          .sorted(Comparator.comparingDouble(Candidate::score).reversed())
          .map(input::toPicture)
          .toList();
    } finally {
      grey.release();
    }
  }

  private static Candidate candidate(Cascade.Hit hit) {
    Rect box = hit.box();
    return new Candidate(
        box.x,
        box.y,
        box.x + box.width,
        box.y + box.height,
        confidence(hit.weight()),
        Candidate.NO_POINTS);
  }

  /** From the last stage's vote; ascends from 0.5 to 1. */
  static float confidence(double weight) {
    return (float) (0.5 + 0.5 / (1 + Math.exp((HALF_TRUE - weight) / SPREAD)));
  }

  @Override
  public void close() {
    closed = true;
  }
}
