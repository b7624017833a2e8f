package dev.facecore.examples.bench;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Core;

/** On what a measurement was made. */
final class Machine {
  private Machine() {}

  static Map<String, Object> describe() {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("peak_rss_mb", peakResidentMegabytes().orElse(null));
    description.put("java", Runtime.version().toString());
    description.put("onnxruntime", OrtEnvironment.getEnvironment().getVersion());
    description.put("opencv", Core.VERSION);
    description.put("cpu", processor());
    return description;
  }

  /** Only Linux tells. */
  private static Optional<Long> peakResidentMegabytes() {
    return lineOf("/proc/self/status", "VmHWM:")
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024);
  }

  private static String processor() {
    return lineOf("/proc/cpuinfo", "model name")
        .map(line -> line.substring(line.indexOf(':') + 1).trim())
        .orElse(System.getProperty("os.arch"));
  }

  private static Optional<String> lineOf(String file, String beginning) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(beginning))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
