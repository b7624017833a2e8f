package dev.facecore.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeRangeTest {
  @Test
  void sightings_closer_than_the_gap_are_one_range() {
    List<Double> times = List.of(0.0, 1.0, 3.5, 6.1, 6.1, 20.0);
    assertEquals(
        List.of(new TimeRange(0, 3.5), new TimeRange(6.1, 6.1), new TimeRange(20, 20)),
        TimeRange.over(times, 2.5));
    assertEquals(List.of(new TimeRange(0, 20)), TimeRange.over(times, 13.9));
    assertEquals(5, TimeRange.over(times, 0).size());
    assertEquals(List.of(), TimeRange.over(List.of(), 1));
  }

  @Test
  void a_range_ends_after_it_begins() {
    assertThrows(IllegalArgumentException.class, () -> new TimeRange(2, 1));
    assertThrows(IllegalArgumentException.class, () -> new TimeRange(Double.NaN, 1));
  }
}
