package dev.facecore.http.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory of the whole process, native memory of the networks included, as Linux counts it in
 * {@code VmRSS} (proc_pid_status(5)).
 */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String FIELD = "VmRSS:";
  private static final int BYTES_PER_UNIT = 1024;

  private ResidentMemory() {}

  /** Adds the gauge where the system tells. */
  static void bindTo(MeterRegistry registry) {
    if (!Files.isReadable(STATUS)) return;
    Gauge.builder("process.resident.memory", ResidentMemory::bytes)
        .description("Memory of the process, native memory included.")
        .baseUnit("bytes")
        .register(registry);
  }

  private static double bytes() {
    try {
      return Files.readAllLines(STATUS, StandardCharsets.ISO_8859_1).stream()
          .filter(line -> line.startsWith(FIELD))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * BYTES_PER_UNIT)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
