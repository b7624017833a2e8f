package dev.facecore.internal.album;

import dev.facecore.Face;
import dev.facecore.FaceRef;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The images of an album by key and by number, and their faces. Not thread-safe. */
final class AlbumImages {
  private final NavigableMap<FaceRef, Face> faces = new TreeMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, String> keys = new TreeMap<>();
  private int next;

  /** All faces in order. */
  NavigableMap<FaceRef, Face> faces() {
    return Collections.unmodifiableNavigableMap(faces);
  }

  /** One of the faces, of which there is one at least. */
  Face anyFace() {
    return faces.firstEntry().getValue();
  }

  /** All images by number, in the order in which they were put. */
  Map<Integer, String> keys() {
    return Collections.unmodifiableMap(keys);
  }

  boolean contains(String key) {
    return numbers.containsKey(key);
  }

  int number(String key) {
    return numbers.get(key);
  }

  @Nullable String key(int number) {
    return keys.get(number);
  }

  /** The faces of one image. */
  NavigableMap<FaceRef, Face> of(String key) {
    return Collections.unmodifiableNavigableMap(
        faces.subMap(new FaceRef(key, 0), true, new FaceRef(key, Integer.MAX_VALUE), true));
  }

  /** Adds an image that is not there; its faces get its number and lose their headshots. */
  Map<FaceRef, Face> add(String key, List<Face> added) {
    int number = next;
    Map<FaceRef, Face> numbered = new TreeMap<>();
    for (int i = 0; i < added.size(); i++) {
      Face f = added.get(i);
      numbered.put(
          new FaceRef(key, i),
          new Face(
              number, f.box(), f.landmarks(), f.confidence(), f.quality(), f.embedding(), null));
    }
    restore(number, key, numbered);
    return numbered;
  }

  /** Takes an image as it was. */
  void restore(int number, String key, Map<FaceRef, Face> restored) {
    if (numbers.containsKey(key) || keys.containsKey(number) || number < 0) {
      throw new IllegalArgumentException("image " + number + " was there already");
    }
    numbers.put(key, number);
    keys.put(number, key);
    faces.putAll(restored);
    next = Math.max(next, Math.incrementExact(number));
  }

  /** Removes an image with its faces. */
  void remove(String key) {
    of(key).keySet().stream().toList().forEach(faces::remove);
    keys.remove(numbers.remove(key));
  }

  /** Removes a face and leaves its image. */
  void remove(FaceRef face) {
    faces.remove(face);
  }
}
