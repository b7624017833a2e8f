package dev.facecore.internal.dedup;

import dev.facecore.DedupMode;
import dev.facecore.Face;
import dev.facecore.Person;
import dev.facecore.stage.FaceDeduplicator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One grouping of a crowd of five sightings each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class DeduplicationBenchmark {
  @Param({"1000", "10000", "100000"})
  private int faces;

  private List<Face> crowd;

  @Setup
  public void fill() {
    crowd = Crowd.of(faces);
  }

  @Benchmark
  public List<Person> first() {
    return FaceDeduplicator.of(DedupMode.FIRST, Crowd.THRESHOLD, false).group(crowd);
  }

  @Benchmark
  public List<Person> cluster() {
    return FaceDeduplicator.of(DedupMode.CLUSTER, Crowd.THRESHOLD, false).group(crowd);
  }

  /** Some ten minutes a run for 100,000 faces. */
  @Benchmark
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public int[] plainLoop() {
    return PlainLoop.first(crowd, Crowd.THRESHOLD);
  }
}
