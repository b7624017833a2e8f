package dev.facecore.internal.search;

import dev.facecore.Deadline;
import dev.facecore.Detection;
import dev.facecore.FaceDetector;
import dev.facecore.Picture;
import java.util.List;

/** Sees a face in pictures of one size only. */
final class OnceDetector implements FaceDetector {
  private final Detection face;
  private final int side;
  int shown;

  OnceDetector(Detection face, int side) {
    this.face = face;
    this.side = side;
  }

  @Override
  public String name() {
    return "once";
  }

  @Override
  public List<Detection> detect(Picture picture, int detectionSize, Deadline deadline) {
    if (picture.width() != side || picture.height() != side) return List.of();
    shown++;
    return List.of(face);
  }

  @Override
  public void close() {}
}
