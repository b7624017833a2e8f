package dev.facecore.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TimeConverterTest {
  @Test
  void times_have_units() {
    assertEquals(Duration.ofSeconds(1), new TimeConverter().convert("1s"));
    assertEquals(Duration.ofMillis(1500), new TimeConverter().convert("1.5s"));
    assertEquals(Duration.ofMillis(40), new TimeConverter().convert("40ms"));
    assertEquals(Duration.ofDays(1), new TimeConverter().convert("1440m"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "s", "0s", "-1s", "NaNs", "0.1ms", "1441m", "1 s", "1h", "1.s"})
  void anything_else_is_refused(String text) {
    assertThrows(
        CommandLine.TypeConversionException.class, () -> new TimeConverter().convert(text));
  }
}
