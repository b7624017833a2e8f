package dev.facecore.http.connection;

import dev.facecore.Deadline;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** Stops the work for clients that go away. Thread-safe. */
public final class ClientWatch implements AutoCloseable {
  private static final long EVERY_MILLIS = 200;

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "face-client-watch");
            thread.setDaemon(true);
            return thread;
          });

  public ClientWatch() {
    timer.setRemoveOnCancelPolicy(true);
  }

  /**
   * Cancels the deadline when the client closes its connection.
   *
   * @param request whose body has been read to its end
   * @return closing it ends the watch; the server may read from the connection again only after
   *     that
   */
  public Watch watch(HttpServletRequest request, Deadline deadline) {
    EndPoint endPoint =
        ServletContextRequest.getServletContextRequest(request)
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    return new Watch((WatchfulEndPoint) endPoint, deadline);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** A watch over one request. */
  public final class Watch implements AutoCloseable {
    private final WatchfulEndPoint endPoint;
    private final Deadline deadline;
    private final ScheduledFuture<?> polls;
    private boolean over;
    private volatile boolean closed;

    private Watch(WatchfulEndPoint endPoint, Deadline deadline) {
      this.endPoint = endPoint;
      this.deadline = deadline;
      this.polls =
          timer.scheduleWithFixedDelay(
              this::poll, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void poll() {
      if (over || !endPoint.isClosedByPeer()) return;
      closed = true;
      deadline.cancel();
    }

    /**
     * Whether the client has closed its side, which is all that can be seen: it may have gone, or
     * still wait for the answer.
     */
    public boolean sawClosing() {
      return closed;
    }

    @Override
    public synchronized void close() {
      over = true;
      polls.cancel(false);
    }
  }
}
