package dev.facecore.internal.dedup;

import dev.facecore.Box;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.Point;
import java.util.Comparator;
import java.util.List;

/**
 * An order of faces by what they are, never by where they stand in the input, so that ties are
 * broken the same way whatever the order of the pictures. Faces that it holds equal are
 * interchangeable.
 */
final class ContentOrder {
  /** By the embedding's values. */
  static final Comparator<Embedding> EMBEDDINGS = ContentOrder::compare;

  /** By embedding, then quality, confidence, box and landmarks. */
  static final Comparator<Face> FACES =
      Comparator.comparing(Face::embedding, EMBEDDINGS)
          .thenComparingDouble(Face::quality)
          .thenComparingDouble(Face::confidence)
          .thenComparing(
              Face::box,
              Comparator.comparingDouble(Box::x)
                  .thenComparingDouble(Box::y)
                  .thenComparingDouble(Box::width)
                  .thenComparingDouble(Box::height))
          .thenComparing(face -> face.landmarks().points(), ContentOrder::compare);

  private ContentOrder() {}

  private static int compare(Embedding a, Embedding b) {
    for (int i = 0; i < a.size(); i++) {
      int order = Float.compare(a.value(i), b.value(i));
      if (order != 0) return order;
    }
    return 0;
  }

  private static int compare(List<Point> a, List<Point> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = Double.compare(a.get(i).x(), b.get(i).x());
      if (order == 0) order = Double.compare(a.get(i).y(), b.get(i).y());
      if (order != 0) return order;
    }
    return 0;
  }
}
