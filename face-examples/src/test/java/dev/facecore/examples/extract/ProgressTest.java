package dev.facecore.examples.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void in_a_pipe_a_line_now_and_then_shows_that_it_lives() {
    StringWriter printed = new StringWriter();
    AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // as nanoTime may be
    Progress progress = new Progress.Lines(100, 10, new PrintWriter(printed, true), now::get);
    for (int i = 0; i < 90; i++) {
      now.addAndGet(Duration.ofSeconds(1).toNanos());
      progress.step();
    }
    progress.close();
    assertEquals(
        "faces: 40 of 100 images searched\n"
            + "faces: 70 of 100 images searched\n"
            + "faces: 100 of 100 images searched\n",
        printed.toString().replace(System.lineSeparator(), "\n"));
  }
}
