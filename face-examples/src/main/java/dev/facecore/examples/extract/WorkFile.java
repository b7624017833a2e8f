package dev.facecore.examples.extract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pictures searched so far, a line each, on the disk; in memory only where they stand. A line
 * is written at once, so that a run that is killed loses what it was working on and no more. Not
 * thread-safe.
 */
final class WorkFile implements Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Line(long start, int length, FileStamp stamp) {}

  private final Path path;
  private final Map<String, Line> lines = new HashMap<>();
  private FileChannel channel;
  private long end;
  private boolean hasOldLines;

  private WorkFile(Path path) {
    this.path = path;
  }

  /** Goes on with a file, which need not exist; what follows its last good line is cut off. */
  static WorkFile open(Path path) throws IOException {
    WorkFile file = new WorkFile(path);
    file.openChannel();
    try {
      file.scan();
      file.channel.truncate(file.end);
      return file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private void openChannel() throws IOException {
    channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private void scan() throws IOException {
    InputStream bytes = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = bytes.read(); next >= 0; next = bytes.read()) {
      line.write(next);
      if (next != '\n') continue;
      try {
        enter(JSON.readValue(line.toByteArray(), StoredPicture.class), line.size());
      } catch (JacksonException e) {
        return;
      }
      line.reset();
    }
  }

  private void enter(StoredPicture picture, int length) {
    Line replaced = lines.put(picture.image(), new Line(end, length, picture.stamp()));
    hasOldLines |= replaced != null;
    end += length;
  }

  /** Whether a picture was searched, and its file has not changed since. */
  boolean has(String image, FileStamp stamp) {
    Line line = lines.get(image);
    return line != null && line.stamp().equals(stamp);
  }

  /** Adds a picture; an older line of the same path is not read any more. */
  void append(StoredPicture picture) throws IOException {
    byte[] json = JSON.writeValueAsBytes(picture);
    ByteBuffer line = ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
    for (long at = end; line.hasRemaining(); ) at += channel.write(line, at);
    enter(picture, json.length + 1);
  }

  /** A picture that was searched. */
  StoredPicture read(String image) throws IOException {
    return JSON.readValue(bytes(lines.get(image)), StoredPicture.class);
  }

  private byte[] bytes(Line line) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(line.length());
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, line.start() + bytes.position()) < 0) {
        throw new IOException("The work file " + path + " was changed by another program.");
      }
    }
    return bytes.array();
  }

  /** Forgets all other pictures, on the disk too: their faces are nobody's business any more. */
  void keepOnly(List<String> images) throws IOException {
    if (!hasOldLines && images.size() == lines.size()) return;
    Path kept = path.resolveSibling(path.getFileName() + ".new");
    try (FileChannel target =
        FileChannel.open(
            kept,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (String image : images) {
        ByteBuffer line = ByteBuffer.wrap(bytes(lines.get(image)));
        while (line.hasRemaining()) target.write(line);
      }
    }
    channel.close();
    Files.move(kept, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    lines.clear();
    end = 0;
    hasOldLines = false;
    openChannel();
    scan();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
