package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import java.util.List;
import org.opencv.core.Mat;

/** Finds possible faces, with points or without. Implementations are thread-safe. */
interface CandidateFinder extends AutoCloseable {
  /**
   * The faces of a picture, one candidate each, by descending score.
   *
   * @param picture 8-bit BGR, only read
   * @param detectionSize the longer side, in pixels, to which a larger picture is shrunk
   */
  List<Candidate> find(Mat picture, int detectionSize, Deadline deadline);

  /** Gives back what only a look that was larger than the common ones took. */
  default void giveBack() {}

  /** Frees what is native; waits for calls under way. Closing twice is safe. */
  @Override
  void close();
}
