package dev.facecore;

import dev.facecore.internal.check.Require;
import java.time.Duration;
import java.util.Arrays;
import java.util.StringJoiner;

/**
 * Contains the time that threads spent in each stage; sums over images may exceed the time on the
 * clock. Immutable.
 */
public final class StageTimes {
  /** No time spent yet. */
  public static final StageTimes NONE = new StageTimes(new long[Stage.values().length], 0, 0);

  private final long[] nanos;
  private final long furtherLooks;
  private final long natives;

  private StageTimes(long[] nanos, long furtherLooks, long natives) {
    this.nanos = nanos;
    this.furtherLooks = furtherLooks;
    this.natives = natives;
  }

  /** A part of the work; each moment is counted in one of them at most. */
  public enum Stage {
    /** Reading or fetching the encoded image. */
    LOAD,
    /** From the encoded image to pixels. */
    DECODE,
    /** Finding faces. */
    DETECT,
    /** Cutting aligned faces. */
    ALIGN,
    /** Turning them into embeddings. */
    EMBED,
    /** Cutting and encoding headshots. */
    HEADSHOT,
    /** Grouping faces into people. */
    DEDUP
  }

  /** Returns the time spent in some stages together. */
  public Duration of(Stage stage, Stage... further) {
    long sum = nanos[Require.present("stage", stage).ordinal()];
    for (Stage other : further) sum += nanos[other.ordinal()];
    return Duration.ofNanos(sum);
  }

  /** Returns the time spent in all stages. */
  public Duration total() {
    return Duration.ofNanos(Arrays.stream(nanos).sum());
  }

  /**
   * Returns the time that finding faces took in all looks at the image but the first; contained in
   * {@link Stage#DETECT}.
   */
  public Duration furtherLooks() {
    return Duration.ofNanos(furtherLooks);
  }

  /** Returns the time spent inside networks and image codecs; contained in the stages. */
  public Duration natives() {
    return Duration.ofNanos(natives);
  }

  /** Returns the sums, stage by stage. */
  public StageTimes plus(StageTimes other) {
    long[] sums = nanos.clone();
    for (int i = 0; i < sums.length; i++) sums[i] += other.nanos[i];
    return new StageTimes(sums, furtherLooks + other.furtherLooks, natives + other.natives);
  }

  /** Returns these times, with another one for a stage. */
  public StageTimes with(Stage stage, Duration time) {
    long[] changed = nanos.clone();
    changed[Require.present("stage", stage).ordinal()] = time.toNanos();
    return new StageTimes(changed, furtherLooks, natives);
  }

  /** Returns these times, with another one for all looks but the first. */
  public StageTimes withFurtherLooks(Duration time) {
    return new StageTimes(nanos, time.toNanos(), natives);
  }

  /** Returns these times, with another one for networks and codecs. */
  public StageTimes withNatives(Duration time) {
    return new StageTimes(nanos, furtherLooks, time.toNanos());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StageTimes that
        && Arrays.equals(nanos, that.nanos)
        && furtherLooks == that.furtherLooks
        && natives == that.natives;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(nanos) + Long.hashCode(furtherLooks))
        + Long.hashCode(natives);
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "StageTimes[", "]");
    for (Stage stage : Stage.values()) text.add(stage + "=" + of(stage));
    return text.add("furtherLooks=" + furtherLooks()).add("natives=" + natives()).toString();
  }
}
