package dev.facecore.internal.search;

import dev.facecore.Box;
import dev.facecore.Deadline;
import dev.facecore.internal.detect.ScoutingDetector;
import dev.facecore.stage.Detection;
import dev.facecore.stage.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * Has weak candidates in a whole picture, is sure of one in a coarse view, and sees none closely.
 */
final class GhostDetector implements ScoutingDetector {
  private static final int COARSE = 96;

  private final Detection ghost;
  private final int places;
  int closeLooks;

  GhostDetector(Detection ghost) {
    this(ghost, 1);
  }

  GhostDetector(Detection ghost, int places) {
    this.ghost = ghost;
    this.places = places;
  }

  @Override
  public String name() {
    return "ghost";
  }

  @Override
  public List<Detection> candidates(Picture picture, int detectionSize, Deadline deadline) {
    List<Detection> weak = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      weak.add(new Detection(new Box(5 * i, 20, 30, 40), ghost.landmarks(), 0.4));
    }
    return weak;
  }

  @Override
  public List<Detection> detect(Picture picture, int detectionSize, Deadline deadline) {
    closeLooks++;
    if (detectionSize != COARSE) return List.of();
    return List.of(new Detection(new Box(28, 28, 40, 40), ghost.landmarks(), 0.9));
  }

  @Override
  public void close() {}
}
