package dev.facecore.internal.album;

import java.util.function.Supplier;

/** Keeps nothing: of an album that is in memory only, or is read only. */
final class MemoryKeeper implements AlbumKeeper {
  private final boolean readOnly;
  private boolean closed;

  /** Of an album that may be changed, or not. */
  MemoryKeeper(boolean readOnly) {
    this.readOnly = readOnly;
  }

  @Override
  public void change() {
    if (closed) throw new IllegalStateException("The album is closed.");
    if (readOnly) {
      throw new UnsupportedOperationException(
          "The album was opened for reading only; open it for changes.");
    }
  }

  @Override
  public void begin() {}

  @Override
  public void add(Supplier<byte[]> record, AlbumFile.Snapshot all) {}

  @Override
  public void rewrite(AlbumFile.Snapshot all) {}

  @Override
  public void close(AlbumFile.Snapshot all) {
    closed = true;
  }
}
