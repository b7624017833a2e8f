package dev.facecore.internal.dedup;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The loop under all searches, its data in cache: the peak that a whole search can be held against.
 * Start with {@code -t max} for all cores.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PanelBenchmark {
  /** Operations in floating point, an addition and a multiplication per value. */
  @AuxCounters
  @State(Scope.Thread)
  public static class Work {
    public double gigaflops;
  }

  static final double GIGAFLOPS = 2e-9 * Crowd.SIZE * Panel.WIDTH * Panel.QUERIES;

  private final Panel panel = new Panel(Crowd.SIZE);
  private final float[][] queries = new float[Panel.QUERIES][Crowd.SIZE];
  private final float[][] sums = Panel.sums();

  @Setup
  public void fill() {
    Random random = new Random(1);
    while (!panel.isFull()) {
      float[] query = queries[panel.count() % Panel.QUERIES];
      for (int d = 0; d < query.length; d++) query[d] = (float) random.nextGaussian();
      panel.add(query);
    }
  }

  @Benchmark
  public float[][] dots(Work work) {
    panel.dots(queries, Panel.QUERIES, sums);
    work.gigaflops += GIGAFLOPS;
    return sums;
  }
}
