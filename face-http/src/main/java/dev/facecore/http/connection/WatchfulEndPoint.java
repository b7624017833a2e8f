package dev.facecore.http.connection;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * One connection that can be asked whether the other side has closed it. The only way to know is to
 * read; a byte that arrives instead, of a request sent ahead, is kept for the server's next read.
 */
final class WatchfulEndPoint extends SocketChannelEndPoint {
  private final ByteBuffer ahead = ByteBuffer.allocate(1);
  private boolean hasAhead;

  WatchfulEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
    super(channel, selector, key, scheduler);
  }

  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    synchronized (ahead) {
      if (!hasAhead) return super.fill(buffer);
      hasAhead = false;
      return BufferUtil.append(buffer, ahead.clear());
    }
  }

  /** Closes at once; what the client has not taken is thrown away, in the system's buffers too. */
  void abort() {
    try {
      getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException e) {
      // It is closed already.
    }
    close();
  }

  /** Not to be called while the server may be reading the request. */
  boolean isClosedByPeer() {
    synchronized (ahead) {
      if (hasAhead) return false;
      try {
        int read = getChannel().read(ahead.clear());
        hasAhead = read > 0;
        return read < 0;
      } catch (IOException e) {
        return true;
      }
    }
  }
}
