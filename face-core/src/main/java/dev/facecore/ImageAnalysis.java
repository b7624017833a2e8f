package dev.facecore;

import dev.facecore.internal.check.Require;
import java.util.List;
import java.util.Optional;

/**
 * What became of one picture.
 *
 * @param index its position in the batch, from 0
 * @param source its name
 * @param width in pixels as displayed; 0 where it could not be read
 * @param height in pixels as displayed; 0 where it could not be read
 * @param faces the faces found, from left to right by the box's left edge
 * @param failure why it could not be read, if so; then there are no faces
 * @param times where the time went
 */
public record ImageAnalysis(
    int index,
    String source,
    int width,
    int height,
    List<Face> faces,
    Optional<ImageException> failure,
    StageTimes times) {
  /** The list is copied. */
  public ImageAnalysis {
    faces = Require.all("faces", faces);
  }
}
