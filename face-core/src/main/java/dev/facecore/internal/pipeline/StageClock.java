package dev.facecore.internal.pipeline;

import dev.facecore.StageTimes;
import dev.facecore.StageTimes.Stage;
import dev.facecore.internal.natives.NativeTime;
import java.time.Duration;
import java.util.function.Supplier;

/** Adds up where the time of one picture goes. Not thread-safe. */
final class StageClock {
  private long natives;
  private long again;
  private final long[] nanos = new long[Stage.values().length];

  <T> T time(Stage stage, Supplier<T> work) {
    long start = System.nanoTime();
    long nativesBefore = NativeTime.ofThisThread();
    try {
      return work.get();
    } finally {
      nanos[stage.ordinal()] += System.nanoTime() - start;
      natives += NativeTime.ofThisThread() - nativesBefore;
    }
  }

  /** Counts nanoseconds of the detect stage as those of further looks. */
  void addAgain(long further) {
    again += further;
  }

  /** Adds what another clock counted. */
  void add(StageClock other) {
    natives += other.natives;
    again += other.again;
    for (int i = 0; i < nanos.length; i++) nanos[i] += other.nanos[i];
  }

  StageTimes times() {
    StageTimes times =
        StageTimes.NONE
            .withFurtherLooks(Duration.ofNanos(again))
            .withNatives(Duration.ofNanos(natives));
    for (Stage stage : Stage.values()) {
      times = times.with(stage, Duration.ofNanos(nanos[stage.ordinal()]));
    }
    return times;
  }
}
