package dev.facecore.http.response;

import dev.facecore.Face;
import dev.facecore.Point;
import java.util.List;

/**
 * What a detailed answer adds to a person.
 *
 * @param landmarks five points, x and y each
 * @param unreadable what grouping needs beside the embedding
 * @param occurrences every other sighting
 */
record FaceDetails(
    int imageIndex,
    BoxAnswer box,
    List<double[]> landmarks,
    double quality,
    double unreadable,
    List<OccurrenceAnswer> occurrences) {
  static FaceDetails of(
      Face face, int imageIndex, double unreadable, List<OccurrenceAnswer> occurrences) {
    return new FaceDetails(
        imageIndex,
        BoxAnswer.of(face.box()),
        face.landmarks().points().stream().map(FaceDetails::pair).toList(),
        Rounded.ratio(face.quality()),
        unreadable,
        occurrences);
  }

  private static double[] pair(Point point) {
    return new double[] {Rounded.pixels(point.x()), Rounded.pixels(point.y())};
  }
}
