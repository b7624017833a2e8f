package dev.facecore;

import dev.facecore.stage.AlignedFace;
import dev.facecore.stage.FaceEmbedder;
import dev.facecore.stage.ThresholdTable;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An embedding model of the user's own: the mean blue, green and red. */
final class OwnEmbedder implements FaceEmbedder {
  final AtomicInteger calls = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();

  @Override
  public String model() {
    return "own model";
  }

  @Override
  public Embedding embed(AlignedFace face, Deadline deadline) {
    calls.incrementAndGet();
    float[] sums = {1, 1, 1};
    byte[] bgr = face.bgr();
    for (int i = 0; i < bgr.length; i++) sums[i % 3] += bgr[i] & 0xff;
    return Embedding.of(model(), sums);
  }

  @Override
  public double quality(Embedding embedding) {
    return 0.25;
  }

  @Override
  public ThresholdTable thresholds() {
    return new ThresholdTable(model(), "none", List.of(new ThresholdTable.Row(0.4, 1e-3, 0.1)));
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }
}
