package dev.facecore.internal.fetch;

import dev.facecore.ImageException;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Remembers which hosts took a job's time and gave nothing, so that a hundred addresses of one do
 * not take a hundred times as long as one. Thread-safe; a job is forgotten when nobody has it any
 * more.
 */
final class SlowHosts {
  private static final int MOST_IN_A_ROW = 6;

  private final Map<Object, Map<String, Integer>> byJob = new WeakHashMap<>();

  /**
   * Refuses a host that has failed slowly too often for the job.
   *
   * @throws ImageException if it has
   */
  synchronized void check(Object job, String host) {
    if (byJob.getOrDefault(job, Map.of()).getOrDefault(host, 0) < MOST_IN_A_ROW) return;
    throw new ImageException(
        "The host of the address did not deliver "
            + MOST_IN_A_ROW
            + " other images in time; try again later, or send the image itself.");
  }

  synchronized void failedSlowly(Object job, String host) {
    byJob.computeIfAbsent(job, same -> new HashMap<>()).merge(host, 1, Integer::sum);
  }

  synchronized void answered(Object job, String host) {
    Map<String, Integer> hosts = byJob.get(job);
    if (hosts != null) hosts.remove(host);
  }
}
