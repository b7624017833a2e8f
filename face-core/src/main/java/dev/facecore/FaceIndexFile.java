package dev.facecore;

import dev.facecore.internal.check.Sha256;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * The file of a {@link FaceIndex}: eight bytes that name the format, its version, the settings, the
 * people, and the SHA-256 of all that.
 */
final class FaceIndexFile {
  static final int VERSION = 1;

  private static final byte[] MAGIC = "faceidx\n".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = MAGIC.length + Integer.BYTES;
  private static final int DIGEST = 32;

  private FaceIndexFile() {}

  static void save(FaceIndex index, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    // Beside the target, for only within a file system a move is atomic; readable by the owner.
    Path part = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
    try {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        write(index, Channels.newOutputStream(channel));
        channel.force(true);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  static FaceIndex load(Path file) throws IOException {
    check(file);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(HEADER);
      FaceIndex index = FaceIndex.of(in.readDouble(), in.readBoolean());
      List<Person> people = PersonCodec.read(in);
      if (in.readAllBytes().length != DIGEST) throw damaged(null);
      if (people.stream().map(Person::id).distinct().count() < people.size()) throw damaged(null);
      people.forEach(index::restore);
      return index;
    } catch (EOFException | UTFDataFormatException | IllegalArgumentException failure) {
      throw damaged(failure);
    }
  }

  private static void write(FaceIndex index, OutputStream out) throws IOException {
    DigestOutputStream digested =
        new DigestOutputStream(new BufferedOutputStream(out), Sha256.digest());
    DataOutputStream data = new DataOutputStream(digested);
    data.write(MAGIC);
    data.writeInt(VERSION);
    data.writeDouble(index.similarity());
    data.writeBoolean(index.samePhotoDistinct());
    PersonCodec.write(index.people(), data);
    digested.on(false);
    data.write(digested.getMessageDigest().digest());
    data.flush();
  }

  /** Before anything is believed: what the file claims to be, then whether it is whole. */
  private static void check(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      byte[] header = in.readNBytes(HEADER);
      if (header.length < HEADER
          || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
        throw new IndexException("the file is no face index; name one that was saved as such");
      }
      int version = ByteBuffer.wrap(header).getInt(MAGIC.length);
      if (version != VERSION) {
        throw new IndexException(
            "the face index has format version "
                + version
                + ", this program reads version "
                + VERSION
                + "; use the program that saved it");
      }
      digest.update(header);
      long body = Files.size(file) - HEADER - DIGEST;
      byte[] buffer = new byte[1 << 16];
      while (body > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, body));
        if (read < 0) throw damaged(null);
        digest.update(buffer, 0, read);
        body -= read;
      }
      if (!Arrays.equals(digest.digest(), in.readAllBytes())) throw damaged(null);
    }
  }

  private static IndexException damaged(Exception cause) {
    return new IndexException(
        "the face index is damaged; use an earlier copy or build it anew", cause);
  }
}
