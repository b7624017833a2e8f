package dev.facecore.examples.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.internal.natives.ProgramMemory;
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
import java.util.Optional;

/**
 * The pictures searched so far, a line each with a checksum, on the disk; in memory only where they
 * stand. A line is written at once, so that a run that is killed loses what it was working on and
 * no more; a line that was damaged since counts as never written. Not thread-safe.
 */
final class WorkFile implements Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_LINE_BYTES = 256 << 20;

  private record Line(long start, int length, FileStamp stamp) {}

  private final Path path;
  private final Map<String, Line> lines = new HashMap<>();
  private FileChannel channel;
  private long end;
  private int damaged;
  private boolean hasOldLines;

  private WorkFile(Path path) {
    this.path = path;
  }

  /** Goes on with a file, which need not exist; what follows its last end of line is cut off. */
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
        OwnFile.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private void scan() throws IOException {
    InputStream bytes = Channels.newInputStream(channel);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] block = new byte[1 << 16];
    long length = 0;
    for (int read = bytes.read(block); read >= 0; read = bytes.read(block)) {
      for (int from = 0, to; from < read; from = to) {
        to = afterLineEnd(block, from, read);
        length += to - from;
        if (length <= MOST_LINE_BYTES) line.write(block, from, to - from);
        if (block[to - 1] != '\n') continue;
        take(line.toByteArray(), length);
        line.reset();
        length = 0;
        ProgramMemory.trim();
      }
    }
    if (length > 0) damaged++;
    hasOldLines |= damaged > 0;
  }

  private static int afterLineEnd(byte[] block, int from, int to) {
    for (int at = from; at < to; at++) if (block[at] == '\n') return at + 1;
    return to;
  }

  private void take(byte[] line, long length) {
    Optional<StoredPicture> picture = picture(line);
    if (picture.isPresent()) {
      enter(picture.get(), line.length);
    } else {
      damaged++;
      end += length;
    }
  }

  // A line with the right checksum is one of ours, or somebody has forged it.
  private static Optional<StoredPicture> picture(byte[] line) {
    Optional<byte[]> json = CheckedLine.content(line);
    if (json.isEmpty()) return Optional.empty();
    try {
      StoredPicture picture = JSON.readValue(json.get(), StoredPicture.class);
      for (StoredFace face : picture.faces()) face.forGrouping(0);
      return picture.image() == null || picture.stamp() == null
          ? Optional.empty()
          : Optional.of(picture);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private void enter(StoredPicture picture, int length) {
    Line replaced = lines.put(picture.image(), new Line(end, length, picture.stamp()));
    hasOldLines |= replaced != null;
    end += length;
  }

  /** How many lines were not as they had been written when the file was opened. */
  int damaged() {
    return damaged;
  }

  Path path() {
    return path;
  }

  /** Whether a picture was searched, and its file has not changed since. */
  boolean has(String image, FileStamp stamp) {
    Line line = lines.get(image);
    return line != null && line.stamp().equals(stamp);
  }

  /** Adds a picture; an older line of the same path is not read any more. */
  void append(StoredPicture picture) throws IOException {
    ByteBuffer line = ByteBuffer.wrap(CheckedLine.of(JSON.writeValueAsBytes(picture)));
    int length = line.remaining();
    for (long at = end; line.hasRemaining(); ) at += channel.write(line, at);
    enter(picture, length);
  }

  /** A picture that was searched. */
  StoredPicture read(String image) throws IOException {
    return picture(bytes(lines.get(image))).orElseThrow(this::changed);
  }

  private IOException changed() {
    return new IOException(
        "The work file " + path + " was changed by another program; start again.");
  }

  private byte[] bytes(Line line) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(line.length());
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, line.start() + bytes.position()) < 0) throw changed();
    }
    return bytes.array();
  }

  /** Forgets all other pictures, on the disk too: their faces are nobody's business any more. */
  void keepOnly(List<String> images) throws IOException {
    if (!hasOldLines && images.size() == lines.size()) return;
    Path kept = OwnFile.aside(path);
    try (FileChannel target =
        FileChannel.open(kept, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (String image : images) {
        ByteBuffer line = ByteBuffer.wrap(bytes(lines.get(image)));
        while (line.hasRemaining()) target.write(line);
      }
    }
    channel.close();
    Files.move(kept, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    lines.clear();
    end = 0;
    damaged = 0;
    hasOldLines = false;
    openChannel();
    scan();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
