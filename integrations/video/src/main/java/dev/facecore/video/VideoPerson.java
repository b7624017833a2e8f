package dev.facecore.video;

import dev.facecore.Face;
import dev.facecore.Person;
import dev.facecore.Sighting;
import dev.facecore.stage.FaceDeduplicator;
import java.util.List;

/**
 * Somebody who is seen in a video.
 *
 * @param person with the best face and all sightings; their {@code imageIndex} counts the frames
 * @param bestAt when the best face is seen, in seconds from the first frame
 * @param ranges when they are seen, ascending
 */
record VideoPerson(Person person, double bestAt, List<TimeRange> ranges) {
  /** The list is copied. */
  VideoPerson {
    ranges = List.copyOf(ranges);
  }

  /**
   * Returns the people of a video, by first appearance: faces that stay at one place from frame to
   * frame are one person, and the rest is grouped by similarity.
   *
   * @param faces of all frames, in order; their {@code imageIndex} counts the frames
   * @param times of the frames, in seconds
   * @param gap as for {@link TimeRange#over}
   */
  static List<VideoPerson> group(
      List<Face> faces, List<Double> times, FaceDeduplicator deduplicator, double gap) {
    return deduplicator.group(faces, Tracks.of(faces, times), List.of()).stream()
        .map(person -> of(person, times, gap))
        .toList();
  }

  private static VideoPerson of(Person person, List<Double> times, double gap) {
    List<Double> seen =
        person.sightings().stream().map(Sighting::imageIndex).sorted().map(times::get).toList();
    return new VideoPerson(
        person, times.get(person.face().imageIndex()), TimeRange.over(seen, gap));
  }
}
