package dev.facecore.internal.album;

import dev.facecore.Box;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceRef;
import dev.facecore.Point;
import dev.facecore.internal.album.KnownPeople.KnownPerson;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * Writes what is in an album as bytes, without loss: numbers bit by bit, big-endian; texts as their
 * characters, so that a key which is no valid Unicode stays what it is. {@link EntryReader} is its
 * counterpart.
 */
final class EntryWriter {
  static final byte SETTINGS = 1;
  static final byte MODEL = 2;
  static final byte IMAGE = 3;
  static final byte CORRECTION = 4;
  static final byte PERSON = 5;
  static final byte GROUPS = 6;
  static final byte SNAPSHOT_END = 7;
  static final byte CLOSED = 8;

  private final AlbumImages images;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** Numbers faces by these images. */
  EntryWriter(AlbumImages images) {
    this.images = images;
  }

  /** What may fail on a disk; here it never does. */
  private interface Writing {
    void run() throws IOException;
  }

  EntryWriter settings(AlbumSettings settings) {
    return entry(
        SETTINGS,
        () -> {
          out.writeDouble(settings.similarity());
          out.writeBoolean(settings.samePhotoDistinct());
          out.writeDouble(settings.readability().unreadable());
          out.writeDouble(settings.readability().readable());
          out.writeDouble(settings.readability().penalty());
        });
  }

  EntryWriter model(Embedding of) {
    return entry(
        MODEL,
        () -> {
          text(of.model());
          out.writeInt(of.size());
        });
  }

  EntryWriter image(String key, Map<FaceRef, Face> faces) {
    return entry(
        IMAGE,
        () -> {
          out.writeInt(images.number(key));
          text(key);
          out.writeInt(faces.size());
          for (Map.Entry<FaceRef, Face> face : faces.entrySet()) {
            out.writeInt(face.getKey().face());
            face(face.getValue());
          }
        });
  }

  EntryWriter correction(FaceCorrection correction) {
    return entry(
        CORRECTION,
        () -> {
          out.writeByte(correction.kind().ordinal());
          ref(correction.a());
          ref(correction.b());
        });
  }

  /** A person, and faces that are now of this person. */
  EntryWriter person(KnownPerson person, List<FaceRef> faces) {
    return entry(
        PERSON,
        () -> {
          out.writeLong(person.id().getMostSignificantBits());
          out.writeLong(person.id().getLeastSignificantBits());
          out.writeLong(person.number());
          out.writeBoolean(person.name() != null);
          if (person.name() != null) text(person.name());
          out.writeInt(faces.size());
          for (FaceRef face : faces) ref(face);
        });
  }

  EntryWriter groups(byte[] state) {
    return entry(
        GROUPS,
        () -> {
          out.writeInt(state.length);
          out.write(state);
        });
  }

  /** An entry without content. */
  EntryWriter mark(byte kind) {
    return entry(kind, () -> {});
  }

  /** What was written; the next entry begins another record. */
  byte[] take() {
    byte[] written = bytes.toByteArray();
    bytes.reset();
    return written;
  }

  private EntryWriter entry(byte kind, Writing content) {
    try {
      out.writeByte(kind);
      content.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void text(String text) throws IOException {
    out.writeInt(text.length());
    out.writeChars(text);
  }

  private void ref(FaceRef ref) throws IOException {
    out.writeInt(images.number(ref.image()));
    out.writeInt(ref.face());
  }

  private void face(Face face) throws IOException {
    Box box = face.box();
    out.writeDouble(box.x());
    out.writeDouble(box.y());
    out.writeDouble(box.width());
    out.writeDouble(box.height());
    for (Point point : face.landmarks().points()) {
      out.writeDouble(point.x());
      out.writeDouble(point.y());
    }
    out.writeDouble(face.confidence());
    out.writeDouble(face.quality());
    out.writeDouble(face.embedding().rawLength());
    ByteBuffer values = ByteBuffer.allocate(face.embedding().size() * Float.BYTES);
    values.asFloatBuffer().put(face.embedding().values());
    out.write(values.array());
  }
}
