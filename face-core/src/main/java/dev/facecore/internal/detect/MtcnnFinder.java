package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * MTCNN: a network proposes windows over a pyramid of the picture, a second one refines them, a
 * third one refines what is left and adds the five points. Finds faces of 20 pixels and more.
 */
final class MtcnnFinder implements CandidateFinder {
  private static final double OVERLAP_IN_LEVEL = 0.5;

  /** Two boxes that overlap by more than this show one face. */
  static final double OVERLAP = 0.7;

  private static final int REFINE_SIZE = 24;
  private static final int OUTPUT_SIZE = 48;

  private final MtcnnStage propose;
  private final MtcnnStage refine;
  private final MtcnnStage output;

  /** Takes over the stages: closing this closes them. */
  MtcnnFinder(MtcnnStage propose, MtcnnStage refine, MtcnnStage output) {
    this.propose = propose;
    this.refine = refine;
    this.output = output;
  }

  @Override
  public List<Candidate> find(Mat picture, int detectionSize, Deadline deadline) {
    try (DetectionInput input =
        DetectionInput.of(picture, detectionSize, InputShape.multipleOf(1))) {
      return refined(input.pixels(), deadline).stream().map(input::toPicture).toList();
    }
  }

  private List<Candidate> refined(Mat pixels, Deadline deadline) {
    List<Proposal> proposed =
        Proposal.keep(proposed(pixels, deadline), Candidate::overlap, OVERLAP, deadline);
    List<Proposal> refined = refine.accepted(pixels, squares(proposed), REFINE_SIZE, deadline);
    List<Proposal> kept = Proposal.keep(refined, Candidate::overlap, OVERLAP, deadline);
    List<Candidate> faces =
        output.accepted(pixels, squares(kept), OUTPUT_SIZE, deadline).stream()
            .map(Proposal::corrected)
            .filter(Candidate::isProper)
            .toList();
    // By the smaller box: the last stage leaves small boxes inside large ones.
    return NonMaxSuppression.keep(
        faces, face -> face, Candidate::shareOfSmaller, OVERLAP, deadline);
  }

  private List<Proposal> proposed(Mat pixels, Deadline deadline) {
    List<Proposal> proposed = new ArrayList<>();
    for (double scale : MtcnnPyramid.scales(pixels.cols(), pixels.rows())) {
      proposed.addAll(
          Proposal.keep(
              level(pixels, scale, deadline), Candidate::overlap, OVERLAP_IN_LEVEL, deadline));
    }
    return proposed;
  }

  private List<Proposal> level(Mat pixels, double scale, Deadline deadline) {
    int width = (int) Math.ceil(pixels.cols() * scale);
    int height = (int) Math.ceil(pixels.rows() * scale);
    Mat level = new Mat();
    try {
      Imgproc.resize(pixels, level, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
      float[][] outputs = propose.run(level, deadline);
      return MtcnnPyramid.windows(
          outputs[0],
          outputs[1],
          MtcnnPyramid.windowsAlong(height),
          (double) pixels.cols() / width,
          (double) pixels.rows() / height);
    } finally {
      level.release();
    }
  }

  private static List<Candidate> squares(List<Proposal> proposals) {
    return proposals.stream()
        .map(Proposal::corrected)
        .filter(Candidate::isProper)
        .map(box -> Crop.around(box, 1).box())
        .toList();
  }

  // The other two are shown small squares, so many at once.
  @Override
  public void giveBack() {
    propose.giveBack(MtcnnPyramid.WINDOW);
  }

  @Override
  public void close() {
    try (refine;
        output) {
      propose.close();
    }
  }
}
