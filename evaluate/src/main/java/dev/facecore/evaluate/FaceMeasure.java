package dev.facecore.evaluate;

import dev.facecore.Face;
import dev.facecore.FaceLandmarks;
import dev.facecore.stage.Picture;
import java.util.function.ToDoubleFunction;

/** What may tell beforehand how well a face will be recognised; more is better. */
enum FaceMeasure {
  RAW_LENGTH("raw length", face -> face.embedding().rawLength()),
  CONFIDENCE("confidence", Face::confidence),
  SIZE("box size", face -> Math.min(face.box().width(), face.box().height())),
  SHARPNESS("sharpness", face -> sharpness(grey(face))),
  EXPOSURE("exposure", face -> -Math.abs(mean(grey(face)) - 127.5)),
  FRONTALITY("frontality", face -> frontality(face.landmarks()));

  private static final long MAX_PIXELS = 1 << 20;

  private final String label;
  private final ToDoubleFunction<Face> value;

  FaceMeasure(String label, ToDoubleFunction<Face> value) {
    this.label = label;
    this.value = value;
  }

  String label() {
    return label;
  }

  double of(Face face) {
    return value.applyAsDouble(face);
  }

  /** The luma of the headshot, row by row, 0 to 255 (ITU-R BT.601). */
  private static double[][] grey(Face face) {
    try (Picture headshot = Picture.decode(face.headshot().jpeg(), MAX_PIXELS)) {
      byte[] bgr = headshot.bgr();
      double[][] grey = new double[headshot.height()][headshot.width()];
      int at = 0;
      for (double[] row : grey) {
        for (int x = 0; x < row.length; x++, at += 3) {
          row[x] =
              0.114 * (bgr[at] & 0xff)
                  + 0.587 * (bgr[at + 1] & 0xff)
                  + 0.299 * (bgr[at + 2] & 0xff);
        }
      }
      return grey;
    }
  }

  /** The variance of the Laplacian (Pech-Pacheco et al., ICPR 2000). */
  static double sharpness(double[][] grey) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int y = 1; y < grey.length - 1; y++) {
      for (int x = 1; x < grey[y].length - 1; x++) {
        double laplacian =
            grey[y - 1][x] + grey[y + 1][x] + grey[y][x - 1] + grey[y][x + 1] - 4 * grey[y][x];
        sum += laplacian;
        squares += laplacian * laplacian;
        count++;
      }
    }
    return squares / count - (sum / count) * (sum / count);
  }

  private static double mean(double[][] grey) {
    double sum = 0;
    for (double[] row : grey) for (double value : row) sum += value;
    return sum / (grey.length * grey[0].length);
  }

  /**
   * Minus the distance of the nose from the middle between the eyes along the line through them, in
   * distances of the eyes: 0 for a face that looks into the camera.
   */
  static double frontality(FaceLandmarks points) {
    double acrossX = points.rightEye().x() - points.leftEye().x();
    double acrossY = points.rightEye().y() - points.leftEye().y();
    double noseX = points.noseTip().x() - (points.rightEye().x() + points.leftEye().x()) / 2;
    double noseY = points.noseTip().y() - (points.rightEye().y() + points.leftEye().y()) / 2;
    return -Math.abs(noseX * acrossX + noseY * acrossY) / (acrossX * acrossX + acrossY * acrossY);
  }
}
