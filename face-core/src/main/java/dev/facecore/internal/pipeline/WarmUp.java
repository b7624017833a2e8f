package dev.facecore.internal.pipeline;

import dev.facecore.Deadline;
import dev.facecore.stage.AlignedFace;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.FaceEmbedder;
import dev.facecore.stage.Picture;

/**
 * One run of each network: the first is slower than the next, and only a run shows that a network
 * runs.
 */
final class WarmUp {
  private WarmUp() {}

  static void run(FaceDetector detector, FaceEmbedder embedder) {
    try (Picture grey = new Grey(640, 480)) {
      detector.detect(grey, 640, Deadline.unlimited());
    }
    byte[] pixels = new byte[AlignedFace.SIZE * AlignedFace.SIZE * 3];
    for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) i;
    embedder.embed(AlignedFace.ofBgr(pixels), Deadline.unlimited());
  }

  private record Grey(int width, int height) implements Picture {
    @Override
    public byte[] bgr() {
      byte[] pixels = new byte[width * height * 3];
      java.util.Arrays.fill(pixels, (byte) 127);
      return pixels;
    }

    @Override
    public void close() {}
  }
}
