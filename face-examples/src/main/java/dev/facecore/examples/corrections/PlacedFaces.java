package dev.facecore.examples.corrections;

import dev.facecore.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Faces by image and box; recognises a face whose box is not quite the same. Not thread-safe. */
public final class PlacedFaces {
  private final Map<String, List<Placed>> byImage = new HashMap<>();

  private record Placed(Box box, int number) {}

  /** Adds a face with a number of the caller's. */
  public void add(FacePlace place, int number) {
    byImage
        .computeIfAbsent(place.image(), image -> new ArrayList<>(2))
        .add(new Placed(place.box(), number));
  }

  /** Returns whether the image has a face. */
  public boolean hasImage(String image) {
    return byImage.containsKey(image);
  }

  /**
   * Returns the number of the face whose box overlaps most, by at least half (IoU); the first one
   * on a tie.
   */
  public OptionalInt find(FacePlace place) {
    Placed best = null;
    double most = FacePlace.SAME_FACE;
    for (Placed face : byImage.getOrDefault(place.image(), List.of())) {
      double overlap = face.box.overlap(place.box());
      if (overlap < most || (best != null && overlap == most)) continue;
      best = face;
      most = overlap;
    }
    return best == null ? OptionalInt.empty() : OptionalInt.of(best.number);
  }
}
