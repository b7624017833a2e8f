package dev.facecore.examples.evaluate;

import dev.facecore.Box;
import dev.facecore.Face;
import java.util.List;

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
}
