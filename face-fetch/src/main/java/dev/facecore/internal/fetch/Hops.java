package dev.facecore.internal.fetch;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.ImageException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks one address once: finds its host, waits for a place there and gets the answer. Thread-safe.
 *
 * <p>A place is for one hop: a fetch that kept one while it waits for the next could block all.
 */
final class Hops {
  /** The part of the total time from which on a failure counts as slow. */
  private static final int SLOW_PART = 8;

  private static final int NETWORK_BYTES = 8; // of an IPv6 address; one user may have the rest

  private final FetchPolicy policy;
  private final HostLookup hosts;
  private final HttpGet http;
  private final FetchSlots slots;
  private final SlowHosts slow = new SlowHosts();

  Hops(FetchPolicy policy, HostLookup hosts, HttpGet http) {
    this.policy = policy;
    this.hosts = hosts;
    this.http = http;
    slots = new FetchSlots(policy.maxParallelPerHost(), policy.maxParallel());
  }

  /**
   * One answer, a picture or a redirect.
   *
   * @throws ImageException if there is no answer to be had, or the time for all hops is over
   * @throws DeadlineException if the work ends first
   */
  HttpGet.Answer ask(WebAddress address, Time time) {
    String host = address.host().name();
    slow.check(time.job, host);
    Duration before = time.left;
    try {
      List<InetAddress> found =
          within(time, limit -> hosts.addresses(address.host(), time.job, limit));
      try (FetchSlots.Slot slot = slots.take(time.job, keys(host, found), time.work)) {
        slow.check(time.job, host); // it may have been slow to others meanwhile
        HttpGet.Answer answer = within(time, limit -> http.get(address, found, limit));
        slow.answered(time.job, host);
        return answer;
      }
    } catch (ImageException e) {
      boolean slowly = before.minus(time.left).multipliedBy(SLOW_PART).compareTo(total()) >= 0;
      if (slowly) slow.failedSlowly(time.job, host);
      throw e;
    }
  }

  private <T> T within(Time time, Step<T> step) {
    if (time.isOver()) throw tooSlow();
    Deadline limit = time.work.child(time.left);
    long start = System.nanoTime();
    try {
      return step.run(limit);
    } catch (DeadlineException e) {
      time.work.check();
      if (!limit.isOver()) throw e;
      throw tooSlow();
    } finally {
      time.left = time.left.minusNanos(System.nanoTime() - start);
    }
  }

  private static Set<Object> keys(String host, List<InetAddress> found) {
    Set<Object> keys = new HashSet<>();
    keys.add(host);
    for (InetAddress address : found) {
      byte[] bytes = address.getAddress();
      int length = bytes.length == 16 ? NETWORK_BYTES : bytes.length;
      keys.add(ByteBuffer.wrap(Arrays.copyOf(bytes, length)));
    }
    return keys;
  }

  private Duration total() {
    return policy.times().total();
  }

  private ImageException tooSlow() {
    return new ImageException(
        "The image did not arrive within "
            + FetchTimes.seconds(total())
            + " s; try again, or send the image itself.");
  }

  private interface Step<T> {
    T run(Deadline limit);
  }

  /** Whose fetch it is, and how much of its time is left; for one thread. */
  static final class Time {
    private final Object job;
    private final Deadline work;
    private Duration left;

    Time(Object job, Deadline work, Duration left) {
      this.job = job;
      this.work = work;
      this.left = left;
    }

    boolean isOver() {
      return left.isNegative() || left.isZero();
    }
  }
}
