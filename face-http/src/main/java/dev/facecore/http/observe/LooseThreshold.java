package dev.facecore.http.observe;

import dev.facecore.Extraction;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log where a threshold is too low for the number of faces. */
public final class LooseThreshold {
  private static final Logger LOG = LoggerFactory.getLogger(LooseThreshold.class);

  private LooseThreshold() {}

  public static void log(String requestId, Extraction result) {
    if (LOG.isInfoEnabled()) sentence(result).ifPresent(line -> LOG.info("{} {}", requestId, line));
  }

  /** Where more than one pair of strangers is expected to match and a stricter one was measured. */
  private static Optional<String> sentence(Extraction result) {
    OptionalDouble expected = result.expectedFalseMerges();
    OptionalDouble rate = result.fittingFalseMatchRate();
    if (expected.isEmpty() || expected.getAsDouble() <= 1 || rate.isEmpty()) {
      return Optional.empty();
    }
    double fitting = result.thresholds().similarityAt(rate.getAsDouble());
    if (fitting <= result.threshold()) return Optional.empty();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "similarity_threshold %s is low for %d faces: expect %.1f false matches if all are"
                + " strangers. %.3f fits (false match rate %.0e).",
            result.threshold(),
            result.faces().size(),
            expected.getAsDouble(),
            fitting,
            rate.getAsDouble()));
  }
}
