package dev.facecore.http.connection;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Accepts connections whose end can be noticed while a request is worked on, and closes those that
 * bring no request.
 */
public final class WatchfulConnector extends ServerConnector {
  private static final int ACCEPTORS = 1;
  private static final int MOST_SELECTORS = 4;

  /** How many connections the system keeps for us until we take them. */
  private static final int BACKLOG = 1024;

  /** What the system takes of an answer before its client does: its memory is the container's. */
  private static final int SEND_BUFFER = 128 * 1024;

  private static final long SWEEP_MILLIS = 1000;

  private final Connections connections;
  private volatile Scheduler.Task sweep;

  public WatchfulConnector(
      Server server,
      HttpConfiguration configuration,
      Connections connections,
      String host,
      int port) {
    super(server, ACCEPTORS, selectors(), new HttpConnectionFactory(configuration));
    this.connections = connections;
    setHost(host);
    setPort(port);
    setAcceptQueueSize(BACKLOG);
    setAcceptedSendBufferSize(SEND_BUFFER);
  }

  // So few, because each holds a thread of the server's pool.
  private static int selectors() {
    int cores = Runtime.getRuntime().availableProcessors();
    return Math.max(1, Math.min(MOST_SELECTORS, cores / 2));
  }

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) {
    WatchfulEndPoint endPoint = new WatchfulEndPoint(channel, selector, key, getScheduler());
    endPoint.setIdleTimeout(getIdleTimeout());
    return endPoint;
  }

  @Override
  protected void onEndPointOpened(EndPoint endPoint) {
    connections.opened(endPoint);
    super.onEndPointOpened(endPoint);
  }

  @Override
  protected void onEndPointClosed(EndPoint endPoint) {
    connections.closed(endPoint);
    super.onEndPointClosed(endPoint);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    sweepLater();
  }

  @Override
  protected void doStop() throws Exception {
    sweep.cancel();
    super.doStop();
  }

  private void sweepLater() {
    sweep = getScheduler().schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    connections.sweep();
    if (isRunning()) sweepLater();
  }
}
