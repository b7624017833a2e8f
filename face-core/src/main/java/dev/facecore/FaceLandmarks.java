package dev.facecore;

import dev.facecore.internal.check.Require;
import java.util.List;

/**
 * The five points by which a face is aligned, in pixels of the image as displayed; "left" is left
 * in the image, not the person's left.
 */
public record FaceLandmarks(
    Point leftEye, Point rightEye, Point noseTip, Point leftMouth, Point rightMouth) {
  /** Refuses missing points. */
  public FaceLandmarks {
    Require.present("leftEye", leftEye);
    Require.present("rightEye", rightEye);
    Require.present("noseTip", noseTip);
    Require.present("leftMouth", leftMouth);
    Require.present("rightMouth", rightMouth);
  }

  /** Returns left eye, right eye, nose tip, left and right corner of the mouth, in this order. */
  public List<Point> points() {
    return List.of(leftEye, rightEye, noseTip, leftMouth, rightMouth);
  }
}
