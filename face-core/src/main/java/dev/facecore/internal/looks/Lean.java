package dev.facecore.internal.looks;

import dev.facecore.FaceLandmarks;

/** How far faces lean in the plane of the picture. */
final class Lean {
  private Lean() {}

  /**
   * The angle of the axis from between the eyes to the middle of the mouth, in degrees from -180 to
   * 180: 0 for an upright face, 90 for one whose head points to the right.
   */
  static double of(FaceLandmarks points) {
    double x =
        points.leftMouth().x()
            + points.rightMouth().x()
            - points.leftEye().x()
            - points.rightEye().x();
    double y =
        points.leftMouth().y()
            + points.rightMouth().y()
            - points.leftEye().y()
            - points.rightEye().y();
    return Math.toDegrees(Math.atan2(-x, y));
  }

  /** The angle between two directions, 0 to 180 degrees. */
  static double between(double degrees, double others) {
    return Math.abs(Math.IEEEremainder(degrees - others, 360));
  }
}
