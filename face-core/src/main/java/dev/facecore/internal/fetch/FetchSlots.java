package dev.facecore.internal.fetch;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Bounds the connections that are open at once, to one host and in all.
 *
 * <p>Thread-safe. Places are given in the order of asking, but nobody waits for a place at another
 * host: a slow one holds up only those who want it.
 */
final class FetchSlots {
  private final int perHost;
  private final int inAll;
  private final Map<String, Integer> takenAtHost = new HashMap<>();
  private final Set<Slot> waiting = new LinkedHashSet<>();
  private int taken;

  FetchSlots(int perHost, int inAll) {
    this.perHost = perHost;
    this.inAll = inAll;
  }

  /**
   * Waits for a place at a host; closing it gives it back. A thread must not ask for a second one
   * while it has one.
   *
   * @throws DeadlineException if the work ends or the thread is interrupted first
   */
  Slot take(String host, Deadline work) {
    Slot slot = new Slot(host);
    // Made and closed outside the monitor: its lock is held while wake() asks for the monitor.
    Deadline.Watch watch = work.watch(this::wake);
    try {
      await(slot, work);
      return slot;
    } catch (InterruptedException e) {
      slot.close();
      Thread.currentThread().interrupt();
      throw new DeadlineException("the work was interrupted");
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
    taken--;
    takenAtHost.computeIfPresent(slot.host, (host, count) -> count == 1 ? null : count - 1);
    admit();
  }

  private void admit() {
    for (Iterator<Slot> next = waiting.iterator(); taken < inAll && next.hasNext(); ) {
      String host = next.next().host;
      if (takenAtHost.getOrDefault(host, 0) >= perHost) continue;
      next.remove();
      taken++;
      takenAtHost.merge(host, 1, Integer::sum);
    }
    notifyAll();
  }

  /** A place, or the wish for one. */
  final class Slot implements AutoCloseable {
    private final String host;
    private boolean left;

    private Slot(String host) {
      this.host = host;
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
