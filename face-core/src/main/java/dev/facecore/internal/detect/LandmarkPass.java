package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.internal.image.Rendition;
import java.util.Comparator;
import java.util.Optional;
import org.opencv.core.Mat;

/**
 * A second look at a box without points: another detector runs on the enlarged box, finds the
 * points, or finds that there is no face. Thread-safe; owns the other detector's network.
 */
public final class LandmarkPass implements AutoCloseable {
  /**
   * The region looked at has this many times the box's longer side: a face with its surroundings.
   */
  private static final double ENLARGED = 2;

  /** The region's side in the network's input; the face fills half of it. */
  private static final int SIZE = 160;

  /** A face that overlaps the box less than this is another one nearby. */
  private static final double MIN_OVERLAP = 0.3;

  private final CandidateFinder finder;

  /** Takes over a finder of faces with points. */
  LandmarkPass(CandidateFinder finder) {
    this.finder = finder;
  }

  /**
   * The face of a box with its points, both in pixels of the displayed picture; empty where there
   * is none.
   */
  Optional<Candidate> face(DecodedImage picture, Candidate box, Deadline deadline) {
    Rendition shown = picture.at(SIZE / (ENLARGED * Math.max(box.width(), box.height())));
    Crop crop = Crop.around(box.stored(shown), ENLARGED);
    double scale = (double) crop.side() / SIZE;
    Mat region = crop.resized(shown.pixels(), SIZE);
    try {
      return finder.find(region, SIZE, deadline).stream()
          .filter(found -> found.score() >= ScoutingDetector.MIN_CONFIDENCE)
          .map(found -> found.mapped(scale, scale, crop.left(), crop.top()).displayed(shown))
          .filter(found -> found.overlap(box) >= MIN_OVERLAP)
          .max(Comparator.comparingDouble(found -> found.overlap(box)));
    } finally {
      region.release();
    }
  }

  @Override
  public void close() {
    finder.close();
  }
}
