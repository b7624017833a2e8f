package dev.facecore.video;

import dev.facecore.Face;
import dev.facecore.stage.FaceDeduplicator.Pair;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds faces of neighbouring frames that are one person because they are at one place: each is the
 * other's best overlap, and they are not unlike each other, as after a cut. No face is linked to
 * two of one frame, so that no track holds two faces of one frame.
 */
final class Tracks {
  /** Frames further apart than this, in seconds, say nothing: anyone may have come and gone. */
  static final double LONGEST_STEP = 1.1;

  private static final double LEAST_OVERLAP = 0.5;

  /** After a cut another person may be at the same place: 1 in 400 strangers is so similar. */
  private static final double LEAST_SIMILARITY = 0.3;

  private Tracks() {}

  /**
   * Returns links by positions in the list.
   *
   * @param faces in the order of the frames, which their {@code imageIndex} counts
   * @param times of the frames, in seconds
   */
  static List<Pair> of(List<Face> faces, List<Double> times) {
    List<Pair> links = new ArrayList<>();
    int start = 0;
    int middle = end(faces, 0);
    while (middle < faces.size()) {
      int end = end(faces, middle);
      int frame = faces.get(start).imageIndex();
      int next = faces.get(middle).imageIndex();
      boolean isNeighbour = next == frame + 1 && times.get(next) - times.get(frame) <= LONGEST_STEP;
      if (isNeighbour) link(faces, start, middle, end, links);
      start = middle;
      middle = end;
    }
    return links;
  }

  /** Where the faces of a frame end. */
  private static int end(List<Face> faces, int start) {
    int end = start;
    while (end < faces.size() && faces.get(end).imageIndex() == faces.get(start).imageIndex()) {
      end++;
    }
    return end;
  }

  private static void link(List<Face> faces, int start, int middle, int end, List<Pair> links) {
    for (int a = start; a < middle; a++) {
      int b = best(faces, a, middle, end);
      if (b < 0 || best(faces, b, start, middle) != a) continue;
      double similarity = faces.get(a).embedding().similarity(faces.get(b).embedding());
      if (similarity >= LEAST_SIMILARITY) links.add(new Pair(a, b));
    }
  }

  /** The face in a range that overlaps most; -1 where none does by half. */
  private static int best(List<Face> faces, int face, int from, int to) {
    int best = -1;
    double most = 0;
    for (int other = from; other < to; other++) {
      double overlap = faces.get(face).box().overlap(faces.get(other).box());
      if (overlap < LEAST_OVERLAP || overlap <= most) continue;
      best = other;
      most = overlap;
    }
    return best;
  }
}
