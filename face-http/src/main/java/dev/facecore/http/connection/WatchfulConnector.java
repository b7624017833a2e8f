package dev.facecore.http.connection;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Accepts connections whose end can be noticed while a request is worked on. */
public final class WatchfulConnector extends ServerConnector {
  public WatchfulConnector(Server server, HttpConfiguration configuration, String host, int port) {
    super(server, new HttpConnectionFactory(configuration));
    setHost(host);
    setPort(port);
  }

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) {
    WatchfulEndPoint endPoint = new WatchfulEndPoint(channel, selector, key, getScheduler());
    endPoint.setIdleTimeout(getIdleTimeout());
    return endPoint;
  }
}
