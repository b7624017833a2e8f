package dev.facecore.internal.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes into a file; closing it waits until the bytes are on the disk. */
final class SyncedOutput extends OutputStream {
  private final FileChannel channel;

  SyncedOutput(FileChannel channel) {
    this.channel = channel;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(from, offset, length);
    while (buffer.hasRemaining()) channel.write(buffer);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (channel.isOpen()) channel.force(true);
    }
  }
}
