package dev.facecore.video;

import java.util.List;

/**
 * A scene as a scene-segmentation service names it.
 *
 * @param start in seconds
 * @param end in seconds
 * @param frames the addresses of pictures that represent it
 */
record Scene(double start, double end, List<String> frames) {
  /** No frames where the service names none; the list is copied. */
  Scene {
    frames = frames == null ? List.of() : List.copyOf(frames);
  }
}
