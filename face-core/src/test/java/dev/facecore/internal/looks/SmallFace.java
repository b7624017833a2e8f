package dev.facecore.internal.looks;

import dev.facecore.Box;
import dev.facecore.BytePicture;
import dev.facecore.Deadline;
import dev.facecore.SamplePhotos;
import dev.facecore.internal.detect.ScoutingDetector;
import dev.facecore.stage.Detection;
import dev.facecore.stage.Picture;
import java.util.List;

/**
 * Sees a small face of a large picture weakly at the first look, from near as well as another
 * detector, and at the larger look something in an empty corner.
 */
final class SmallFace implements ScoutingDetector {
  private static final int WIDTH = 1400;
  private static final int HEIGHT = 1000;
  private static final int LEFT = 600;
  private static final int TOP = 400;
  private static final double NETWORK_PIXELS_OF_FACE = 40;

  private final ScoutingDetector closeUps;
  final BytePicture picture = new BytePicture(WIDTH, HEIGHT, new byte[WIDTH * HEIGHT * 3]);
  final Detection place;
  int largerLooks;

  SmallFace(ScoutingDetector closeUps) {
    this.closeUps = closeUps;
    try (Picture photo = SamplePhotos.decode("obama.jpg")) {
      Detection face = closeUps.detect(photo, 640, Deadline.unlimited()).get(0);
      int times = (int) Math.round(face.box().width() / NETWORK_PIXELS_OF_FACE);
      shrinkInto(picture, photo, times);
      Box box = face.box();
      this.place =
          new Detection(
              new Box(
                  LEFT + box.x() / times,
                  TOP + box.y() / times,
                  box.width() / times,
                  box.height() / times),
              face.landmarks(),
              0.2);
    }
  }

  private static void shrinkInto(BytePicture target, Picture photo, int times) {
    byte[] pixels = photo.bgr();
    for (int y = 0; y < photo.height() / times; y++) {
      for (int x = 0; x < photo.width() / times; x++) {
        for (int channel = 0; channel < 3; channel++) {
          int sum = 0;
          for (int i = 0; i < times * times; i++) {
            int row = y * times + i / times;
            int column = x * times + i % times;
            sum += pixels[3 * (row * photo.width() + column) + channel] & 0xFF;
          }
          int to = 3 * ((TOP + y) * WIDTH + LEFT + x) + channel;
          target.bgr()[to] = (byte) (sum / (times * times));
        }
      }
    }
  }

  @Override
  public String name() {
    return "small";
  }

  @Override
  public List<Detection> candidates(Picture whole, int detectionSize, Deadline deadline) {
    return List.of(place);
  }

  @Override
  public List<Detection> detect(Picture seen, int detectionSize, Deadline deadline) {
    if (detectionSize < 640) return closeUps.detect(seen, detectionSize, deadline);
    largerLooks++;
    return List.of(new Detection(new Box(50, 50, 40, 50), place.landmarks(), 0.7));
  }

  @Override
  public void close() {}
}
