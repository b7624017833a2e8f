package dev.facecore.video;

import java.util.ArrayList;
import java.util.List;

/**
 * A time in which somebody is seen, in seconds from the first frame.
 *
 * @param from when they are seen first
 * @param to when they are seen last; equal to {@code from} where they are seen once
 */
record TimeRange(double from, double to) {
  /** Refuses a range that ends before it begins. */
  TimeRange {
    if (!(from <= to)) {
      throw new IllegalArgumentException("to must be at least from, " + from + ", got " + to);
    }
  }

  /**
   * The ranges over some sightings.
   *
   * @param times in seconds, ascending
   * @param gap two sightings that are at most this far apart, in seconds, are of one range
   */
  static List<TimeRange> over(List<Double> times, double gap) {
    List<TimeRange> ranges = new ArrayList<>();
    for (double time : times) {
      int last = ranges.size() - 1;
      if (last >= 0 && time - ranges.get(last).to() <= gap) {
        ranges.set(last, new TimeRange(ranges.get(last).from(), time));
      } else {
        ranges.add(new TimeRange(time, time));
      }
    }
    return ranges;
  }
}
