package dev.facecore.internal.fetch;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Bounds what is done at once: in all, and for each key, such as a host.
 *
 * <p>Thread-safe. A job may take one more place only while it has fewer than are free, in all and
 * for each of the place's keys. So a job alone gets half of the places, several get equal shares,
 * and a newcomer finds a free one without anybody's work being stopped. Places are given in the
 * order of asking to those who may have one: nobody waits for a place of another key.
 */
final class FetchSlots {
  private static final Object ALL = new Object();

  private final int inAll;
  private final int perKey;
  private final Map<Object, Use> uses = new HashMap<>();
  private final Set<Slot> waiting = new LinkedHashSet<>();

  FetchSlots(int perKey, int inAll) {
    this.perKey = perKey;
    this.inAll = inAll;
  }

  /**
   * Waits for a place; closing it gives it back, from any thread. A thread must not ask for a
   * second one while it has one.
   *
   * @param job whose share it is taken from; told apart by identity
   * @param keys each bounds the place
   * @throws DeadlineException if the work ends or the thread is interrupted first
   */
  Slot take(Object job, Set<?> keys, Deadline work) {
    Slot slot = new Slot(job, keys);
    // Made and closed outside the monitor: its lock is held while wake() asks for the monitor.
    Deadline.Watch watch = work.watch(this::wake);
    try {
      await(slot, work);
      return slot;
    } catch (InterruptedException e) {
      slot.close();
      Thread.currentThread().interrupt();
      throw work.exception();
    } catch (DeadlineException e) {
      slot.close();
      throw e;
    } finally {
      watch.close();
    }
  }

  private synchronized void await(Slot slot, Deadline work) throws InterruptedException {
    waiting.add(slot);
    admit();
    while (waiting.contains(slot)) {
      work.check();
      wait();
    }
  }

  private synchronized void wake() {
    notifyAll();
  }

  private synchronized void leave(Slot slot) {
    if (waiting.remove(slot)) return;
    for (Object key : slot.keys) {
      uses.computeIfPresent(key, (same, use) -> use.without(slot.job) ? null : use);
    }
    admit();
  }

  private void admit() {
    for (Iterator<Slot> next = waiting.iterator(); next.hasNext(); ) {
      Slot slot = next.next();
      if (!slot.keys.stream().allMatch(key -> mayTake(slot.job, key))) continue;
      next.remove();
      for (Object key : slot.keys) uses.computeIfAbsent(key, same -> new Use()).add(slot.job);
    }
    notifyAll();
  }

  private boolean mayTake(Object job, Object key) {
    Use use = uses.get(key);
    int most = key == ALL ? inAll : perKey;
    return use == null || use.of(job) < most - use.taken;
  }

  /** Who has how many places of one key. */
  private static final class Use {
    private final Map<Object, Integer> byJob = new HashMap<>();
    private int taken;

    int of(Object job) {
      return byJob.getOrDefault(job, 0);
    }

    void add(Object job) {
      taken++;
      byJob.merge(job, 1, Integer::sum);
    }

    /** Takes one away, and says whether none is left. */
    boolean without(Object job) {
      byJob.computeIfPresent(job, (same, count) -> count == 1 ? null : count - 1);
      return --taken == 0;
    }
  }

  /** A place, or the wish for one. */
  final class Slot implements AutoCloseable {
    private final Object job;
    private final List<Object> keys;
    private boolean left;

    private Slot(Object job, Set<?> keys) {
      this.job = job;
      this.keys = new ArrayList<>(keys);
      this.keys.add(ALL);
    }

    @Override
    public void close() {
      synchronized (FetchSlots.this) {
        if (!left) leave(this);
        left = true;
      }
    }
  }
}
