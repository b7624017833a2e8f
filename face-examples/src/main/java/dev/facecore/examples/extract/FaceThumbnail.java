package dev.facecore.examples.extract;

import dev.facecore.Box;
import dev.facecore.stage.Picture;

/**
 * A face with what surrounds it, for looking at.
 *
 * @param part which whole pixels of the picture are shown
 * @param jpeg the JPEG file
 */
record FaceThumbnail(Box part, byte[] jpeg) {
  /** Wide enough to recognise the photograph, close enough to recognise the face. */
  private static final double SURROUNDINGS = 3;

  private static final int LONGER_SIDE = 160;

  static FaceThumbnail of(Picture picture, Box face) {
    double side = SURROUNDINGS * Math.max(face.width(), face.height());
    double left = Math.floor(face.x() + (face.width() - side) / 2);
    double top = Math.floor(face.y() + (face.height() - side) / 2);
    Box part =
        new Box(left, top, Math.ceil(side), Math.ceil(side))
            .clippedTo(picture.width(), picture.height());
    return new FaceThumbnail(part, picture.thumbnail(part, LONGER_SIDE));
  }
}
