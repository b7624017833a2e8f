package dev.facecore.internal.album;

import dev.facecore.AlbumException;
import java.io.IOException;
import java.util.function.Supplier;

/** Keeps an album in its file. */
final class FileKeeper implements AlbumKeeper {
  /** What may be appended in proportion to the snapshot, and beyond that, before a new one. */
  private static final int SHARE = 8;

  private static final long ALLOWANCE = 4L << 20;

  /** What a closed album may have beside its snapshot: some 200 faces, which are soon grouped. */
  private static final long LEFT_AT_CLOSE = 1L << 19;

  private final AlbumFile file;
  private long snapshotFrom = ALLOWANCE;
  private boolean appended;
  private boolean inDoubt;
  private boolean closed;

  FileKeeper(AlbumFile file) {
    this.file = file;
    plan();
  }

  @Override
  public void change() {
    if (closed) throw new IllegalStateException("The album is closed.");
    if (inDoubt) throw failed(null);
  }

  @Override
  public void begin() {
    inDoubt = true;
  }

  @Override
  public void add(Supplier<byte[]> record, AlbumFile.Snapshot all) {
    begin();
    try {
      file.append(record.get());
    } catch (IOException e) {
      throw failed(e);
    }
    appended = true;
    inDoubt = false;
    if (file.appendedBytes() < snapshotFrom) return;
    try {
      snapshot(all);
    } catch (IOException e) {
      // Nothing is lost: the change is on the disk. Another try when there is twice as much.
      snapshotFrom = 2 * file.appendedBytes();
    }
  }

  @Override
  public void rewrite(AlbumFile.Snapshot all) {
    begin();
    try {
      snapshot(all);
    } catch (IOException e) {
      throw failed(e);
    }
    inDoubt = false;
  }

  private void snapshot(AlbumFile.Snapshot all) throws IOException {
    file.rewrite(all);
    appended = false;
    plan();
  }

  private void plan() {
    snapshotFrom = file.snapshotBytes() / SHARE + ALLOWANCE;
  }

  private static AlbumException failed(IOException cause) {
    return new AlbumException(
        "The change could not be written to the album, which takes no more changes; check the disk"
            + " and open the album again: it has all changes before this one.",
        cause);
  }

  @Override
  public void close(AlbumFile.Snapshot all) {
    if (closed) return;
    closed = true;
    try (file) {
      if (inDoubt) return;
      if (file.appendedBytes() > LEFT_AT_CLOSE) file.rewrite(all);
      // After this mark, damage of the last change is not taken for one that was cut off.
      else if (appended) file.append(new byte[] {EntryWriter.CLOSED});
    } catch (IOException e) {
      // All changes are on the disk already, and the system frees the lock.
    }
  }
}
