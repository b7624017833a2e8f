package own;

import dev.facecore.Box;
import dev.facecore.Deadline;
import dev.facecore.FaceLandmarks;
import dev.facecore.Point;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.Picture;
import java.util.List;

/**
 * Detects faces in portraits taken in a booth, where the head is always at the same place. A real
 * detector gives the pixels, {@link Picture#bgr} or {@link Picture#toBufferedImage}, to a network.
 * Stateless, so all threads may call it at once.
 */
final class BoothDetector implements FaceDetector {
  private final double eyes;
  private final double apart;

  /**
   * @param eyes the distance of the eyes from the upper edge, as a share of the image's height
   * @param apart the distance between the eyes, as a share of the image's width
   */
  BoothDetector(double eyes, double apart) {
    this.eyes = eyes;
    this.apart = apart;
  }

  @Override
  public String name() {
    return "booth";
  }

  @Override
  public List<Detection> detect(Picture picture, int detectionSize, Deadline deadline) {
    double middle = picture.width() / 2.0;
    double line = picture.height() * eyes;
    double unit = picture.width() * apart;
    FaceLandmarks points =
        new FaceLandmarks(
            new Point(middle - 0.5 * unit, line),
            new Point(middle + 0.5 * unit, line),
            new Point(middle, line + 0.55 * unit),
            new Point(middle - 0.45 * unit, line + 0.95 * unit),
            new Point(middle + 0.45 * unit, line + 0.95 * unit));
    Box box = new Box(middle - unit, line - 1.2 * unit, 2 * unit, 3 * unit);
    return List.of(new Detection(box.clippedTo(picture.width(), picture.height()), points, 1));
  }

  @Override
  public void close() {}
}
