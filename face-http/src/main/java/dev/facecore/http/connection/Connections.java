package dev.facecore.http.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.io.EndPoint;

/**
 * The open connections. One that brings no whole request head for too long is closed, however its
 * bytes drip; and where there are too many, the one that has waited longest makes room, so that a
 * new client is always let in. Thread-safe.
 */
public final class Connections {
  /** As long as Jetty lets a connection be silent. */
  private static final Duration HEAD_LIMIT = Duration.ofSeconds(30);

  private final int most;
  private final long headNanos;

  // Guarded by this: those without a request, since when, the longest first.
  private final Map<EndPoint, Long> waiting = new LinkedHashMap<>();
  private int open;

  /**
   * No connection yet.
   *
   * @param most how many may be open; more only if all have a request
   */
  public Connections(int most) {
    this(most, HEAD_LIMIT);
  }

  Connections(int most, Duration headLimit) {
    this.most = most;
    this.headNanos = headLimit.toNanos();
  }

  void opened(EndPoint endPoint) {
    EndPoint longest = null;
    synchronized (this) {
      open++;
      if (open > most) longest = pollLongest();
      waiting.put(endPoint, System.nanoTime());
    }
    if (longest != null) longest.close();
  }

  synchronized void closed(EndPoint endPoint) {
    open--;
    waiting.remove(endPoint);
  }

  /** A request has arrived. */
  synchronized void busy(EndPoint endPoint) {
    waiting.remove(endPoint);
  }

  /** The request has been answered; to be called before the next one can arrive. */
  synchronized void idle(EndPoint endPoint) {
    if (endPoint.isOpen()) waiting.putIfAbsent(endPoint, System.nanoTime());
  }

  /** How many have no request. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** Closes those that have brought no request for too long; to be called now and then. */
  void sweep() {
    late().forEach(EndPoint::close);
  }

  private synchronized List<EndPoint> late() {
    List<EndPoint> late = new ArrayList<>();
    long now = System.nanoTime();
    for (Map.Entry<EndPoint, Long> connection : waiting.entrySet()) {
      if (now - connection.getValue() < headNanos) break;
      late.add(connection.getKey());
    }
    return late;
  }

  private EndPoint pollLongest() {
    Iterator<EndPoint> longestFirst = waiting.keySet().iterator();
    if (!longestFirst.hasNext()) return null;
    EndPoint longest = longestFirst.next();
    longestFirst.remove();
    return longest;
  }
}
