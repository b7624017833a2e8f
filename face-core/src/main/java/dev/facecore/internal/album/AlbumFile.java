package dev.facecore.internal.album;

import dev.facecore.AlbumException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * The file of an album: eight bytes that name the format, its version, and records. The first are a
 * snapshot, which was complete on the disk before the file got its name; what changed since is
 * appended, one record a change, and is on the disk when {@link #append} returns. A new snapshot
 * takes the place of the whole file at once, so that nothing of what it leaves out stays. One
 * program writes; others read what there is at that moment. Not thread-safe.
 */
final class AlbumFile implements Closeable {
  static final String NAME = "album.faces";
  static final int VERSION = 1;

  private static final byte[] MAGIC = "facealb\n".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD = MAGIC.length + Integer.BYTES;
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final AlbumLock lock;

  // Not a channel, which an interrupted thread would close.
  private RandomAccessFile file;

  private long snapshot;
  private long end;

  private AlbumFile(Path folder, AlbumLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Writes the records of a snapshot. */
  interface Snapshot {
    void write(RecordTarget target) throws IOException;
  }

  /** Takes contents of records, one by one. */
  interface RecordTarget {
    void record(byte[] content) throws IOException;
  }

  /** Reads contents of records. */
  interface Records {
    /** Takes one; whether the snapshot ends with it. */
    boolean read(byte[] content);
  }

  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(NAME));
  }

  /** Opens a folder for changes; whether an album is in it is asked under the lock. */
  static AlbumFile lock(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) throw new NotDirectoryException(folder.toString());
    return new AlbumFile(folder, AlbumLock.take(folder.resolve("album.lock")));
  }

  /** Reads the album; what a program that was stopped left behind goes. */
  void open(Records records) throws IOException {
    Files.deleteIfExists(aside());
    long[] ends = read(folder, records);
    snapshot = ends[0];
    end = ends[1];
    reopen();
    if (file.length() > end) {
      file.setLength(end);
      file.getFD().sync();
    }
  }

  /** Reads an album as it is at this moment; returns where the snapshot and the records end. */
  static long[] read(Path folder, Records records) throws IOException {
    if (!Files.isDirectory(folder)) throw new NotDirectoryException(folder.toString());
    if (!isIn(folder)) {
      throw new AlbumException(
          "The folder does not contain an album; name the folder of one, or create it.");
    }
    OwnFiles.requireFileOrNothing(folder.resolve(NAME));
    try (InputStream in =
        new BufferedInputStream(new FileInputStream(folder.resolve(NAME).toFile()), BUFFER)) {
      check(in.readNBytes(HEAD));
      RecordReader reader = new RecordReader(in, HEAD);
      long snapshot = 0;
      for (byte[] content = reader.next(); content != null; content = reader.next()) {
        if (records.read(content)) snapshot = reader.end();
      }
      // Nothing of a snapshot can be missing but by damage.
      if (snapshot == 0) throw Damage.of(null);
      return new long[] {snapshot, reader.end()};
    }
  }

  private static void check(byte[] head) {
    if (head.length < HEAD || !Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new AlbumException(
          "The file " + NAME + " is not an album; name the folder of one, or restore a backup.");
    }
    int version = ByteBuffer.wrap(head).getInt(MAGIC.length);
    if (version != VERSION) {
      throw new AlbumException(
          "The album has format version "
              + version
              + ", and this program reads version "
              + VERSION
              + "; use the program that saved it.");
    }
  }

  /** Appends a record; it is on the disk when this returns. */
  void append(byte[] content) throws IOException {
    byte[] record = RecordFrame.of(content);
    file.write(record);
    file.getFD().sync();
    end += record.length;
  }

  /** Puts a new snapshot in place of all that there is; it is on the disk when this returns. */
  void rewrite(Snapshot content) throws IOException {
    Path aside = aside();
    Files.deleteIfExists(aside);
    Files.createFile(aside, OwnFiles.ownerOnly(folder));
    try {
      long size = write(aside, content);
      // Some systems replace no open file.
      if (file != null) file.close();
      try {
        Files.move(
            aside,
            folder.resolve(NAME),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
        snapshot = size;
        end = size;
      } finally {
        if (isIn(folder)) reopen();
      }
      OwnFiles.force(folder);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static long write(Path aside, Snapshot content) throws IOException {
    try (FileOutputStream to = new FileOutputStream(aside.toFile())) {
      OutputStream out = new BufferedOutputStream(to, BUFFER);
      out.write(ByteBuffer.allocate(HEAD).put(MAGIC).putInt(VERSION).array());
      content.write(record -> out.write(RecordFrame.of(record)));
      out.flush();
      to.getFD().sync();
    }
    return Files.size(aside);
  }

  /** How many bytes the snapshot has. */
  long snapshotBytes() {
    return snapshot;
  }

  /** How many bytes were appended to it. */
  long appendedBytes() {
    return end - snapshot;
  }

  private void reopen() throws IOException {
    file = new RandomAccessFile(folder.resolve(NAME).toFile(), "rw");
    file.seek(end);
  }

  private Path aside() {
    return folder.resolve(NAME + ".new");
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      if (file != null) file.close();
    }
  }
}
