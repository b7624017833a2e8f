package dev.facecore.evaluate;

import dev.facecore.Box;
import dev.facecore.Face;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A detection of which is known whether there is a face. */
record FoundFace(Face face, boolean genuine) {
  /** The overlap from which a detection and a true box mean the same face. */
  static final double SAME_FACE_OVERLAP = 0.4;

  /** Genuine where it overlaps a true box, one too small to be counted included. */
  static FoundFace judge(Face face, List<Box> truth) {
    boolean genuine = truth.stream().anyMatch(box -> box.overlap(face.box()) >= SAME_FACE_OVERLAP);
    return new FoundFace(face, genuine);
  }

  /** The share of the genuine or of the false ones whose quality is below a limit; NaN of none. */
  static double shareBelow(List<FoundFace> found, boolean genuine, double minQuality) {
    List<FoundFace> kind = found.stream().filter(one -> one.genuine == genuine).toList();
    long below = kind.stream().filter(one -> one.face.quality() < minQuality).count();
    return (double) below / kind.size();
  }

  /**
   * How often a false one has a lower value than a genuine one, of all pairs of them, equal ones
   * counting half (the area under the ROC curve): 0.5 tells nothing, 1 tells them apart.
   */
  static double separation(List<FoundFace> found, ToDoubleFunction<Face> value) {
    double[] genuine = values(found, true, value);
    double[] faulty = values(found, false, value);
    double lower = 0;
    for (double one : faulty) {
      for (double other : genuine) lower += one < other ? 1 : one == other ? 0.5 : 0;
    }
    return lower / ((double) genuine.length * faulty.length);
  }

  private static double[] values(
      List<FoundFace> found, boolean genuine, ToDoubleFunction<Face> value) {
    return found.stream()
        .filter(one -> one.genuine == genuine)
        .map(FoundFace::face)
        .mapToDouble(value)
        .toArray();
  }
}
