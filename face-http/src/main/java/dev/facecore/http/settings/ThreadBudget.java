package dev.facecore.http.settings;

import java.util.OptionalLong;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * How many threads the service may start, chosen together: each place of admission may hold one of
 * the server's threads while it uploads, waits or works, and some are left for everything that
 * never waits, such as /health and refusals.
 *
 * @param working requests that are worked on at once
 * @param waiting requests that upload or wait
 * @param cores as Java counts them
 */
public record ThreadBudget(int working, int waiting, int cores) {
  /** For requests without a place, and the server's selectors and acceptor. */
  private static final int RESERVE = 32;

  /** Those that fetch, look names up, and keep time. */
  private static final int HELPERS = 64;

  /** Those of the JVM that do not depend on the machine. */
  private static final int JVM = 32;

  /** Collectors and compilers, and one worker of the library. */
  private static final int FOR_EACH_CORE = 3;

  private static final int IDLE_MILLIS = 60_000;
  private static final int LEAST = 8;

  public static ThreadBudget of(Settings settings) {
    return new ThreadBudget(
        settings.maxConcurrentRequests(),
        settings.maxQueue(),
        Runtime.getRuntime().availableProcessors());
  }

  int server() {
    return working + waiting + RESERVE;
  }

  /** All of the process. */
  int total() {
    return server() + HELPERS + JVM + FOR_EACH_CORE * cores;
  }

  public QueuedThreadPool serverPool() {
    QueuedThreadPool pool = new QueuedThreadPool(server(), LEAST, IDLE_MILLIS);
    pool.setName("JettyServerThreadPool");
    return pool;
  }

  /**
   * Checks that the process may start that many.
   *
   * @param allowed how many it may; empty if there is no limit
   * @throws SettingException if it may not
   */
  public void require(OptionalLong allowed) {
    if (allowed.isEmpty() || total() <= allowed.getAsLong()) return;
    long places = working + waiting - (total() - allowed.getAsLong());
    String why =
        "The service may need %d threads and the process may have %d (in a container: pids_limit). "
            .formatted(total(), allowed.getAsLong());
    if (places >= working) {
      throw new SettingException(
          "MAX_QUEUE", String.valueOf(waiting), why + "Give at most " + (places - working) + ".");
    }
    throw new SettingException(
        "MAX_CONCURRENT_REQUESTS",
        String.valueOf(working),
        why
            + (places > 0
                ? "Give at most " + places + " with MAX_QUEUE=0."
                : "Allow at least " + (total() - working - waiting + 1) + " threads."));
  }
}
