package dev.facecore.internal.looks;

import dev.facecore.Box;
import dev.facecore.Deadline;
import dev.facecore.internal.detect.ScoutingDetector;
import dev.facecore.stage.Detection;
import dev.facecore.stage.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * Has weak candidates in a whole picture, is sure of one in the first of each four coarse views,
 * and sees none closely.
 */
final class GhostDetector implements ScoutingDetector {
  private static final int COARSE = 96;

  private final Detection ghost;
  private final int places;
  private final double confidence;
  int closeLooks;

  GhostDetector(Detection ghost) {
    this(ghost, 1);
  }

  GhostDetector(Detection ghost, int places) {
    this(ghost, places, 0.4);
  }

  GhostDetector(Detection ghost, int places, double confidence) {
    this.ghost = ghost;
    this.places = places;
    this.confidence = confidence;
  }

  @Override
  public String name() {
    return "ghost";
  }

  @Override
  public List<Detection> candidates(Picture picture, int detectionSize, Deadline deadline) {
    List<Detection> weak = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      weak.add(new Detection(new Box(5 * i, 20, 30, 40), ghost.landmarks(), confidence));
    }
    return weak;
  }

  @Override
  public List<Detection> detect(Picture picture, int detectionSize, Deadline deadline) {
    closeLooks++;
    if (detectionSize != 4 * COARSE) return List.of();
    List<Detection> sure = new ArrayList<>();
    for (int y = 0; y < picture.height(); y += COARSE) {
      sure.add(new Detection(new Box(27, y + 27, 42, 42), ghost.landmarks(), 0.9));
    }
    return sure;
  }

  @Override
  public void close() {}
}
