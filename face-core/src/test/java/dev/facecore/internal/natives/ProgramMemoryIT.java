package dev.facecore.internal.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** In a JVM of its own, whose heap is as large at the start as on a machine of much memory. */
class ProgramMemoryIT {
  @Test
  void a_large_heap_with_little_in_use_is_cut_down_and_never_on_the_callers_thread()
      throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseG1GC",
                "-XX:InitialHeapSize=512m",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Shrinking.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(program.getInputStream().readAllBytes()).strip();
    assertTrue(program.waitFor(60, TimeUnit.SECONDS));
    assertEquals("cut down", said);
  }

  /** Waits for the heap to become small; ends by the test's limit of time if it does not. */
  static final class Shrinking {
    private static final long SMALL = 224L << 20;

    private Shrinking() {}

    public static void main(String[] arguments) throws InterruptedException {
      if (Runtime.getRuntime().totalMemory() <= SMALL) throw new AssertionError("small before");
      ProgramMemory.trim(1L << 30);
      if (Runtime.getRuntime().totalMemory() <= SMALL) throw new AssertionError("not asked for");
      while (Runtime.getRuntime().totalMemory() > SMALL) {
        ProgramMemory.trim();
        Thread.onSpinWait();
      }
      System.out.println("cut down");
    }
  }
}
