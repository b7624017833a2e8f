package dev.facecore.internal.album;

import dev.facecore.Box;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceLandmarks;
import dev.facecore.FaceRef;
import dev.facecore.Point;
import dev.facecore.internal.check.Require;
import dev.facecore.stage.Readability;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what {@link EntryWriter} wrote. A right checksum proves little: every field is checked. */
final class EntryReader {
  /** Takes what is read. */
  interface Target {
    void settings(AlbumSettings settings);

    void image(int number, String key, Map<FaceRef, Face> faces);

    void correction(FaceCorrection correction);

    void person(UUID id, long number, @Nullable String name, List<FaceRef> faces);

    void groups(byte[] state);

    void snapshotEnd();

    /** The key of an image that was read before; null for an unknown number. */
    @Nullable String key(int number);

    /** Whether a face was read before. */
    boolean contains(FaceRef face);
  }

  private static final int MOST_VALUES = 1 << 20;

  private final Target target;
  private String model;
  private int size;

  EntryReader(Target target) {
    this.target = target;
  }

  /** Reads a record. */
  void read(byte[] content) {
    ByteBuffer in = ByteBuffer.wrap(content);
    try {
      while (in.hasRemaining()) entry(in);
    } catch (BufferUnderflowException
        | IllegalArgumentException
        | IllegalStateException
        | ArithmeticException e) {
      throw Damage.of(e);
    }
  }

  private void entry(ByteBuffer in) {
    byte kind = in.get();
    switch (kind) {
      case EntryWriter.SETTINGS ->
          target.settings(
              new AlbumSettings(
                  in.getDouble(),
                  flag(in),
                  new Readability(in.getDouble(), in.getDouble(), in.getDouble())));
      case EntryWriter.MODEL -> {
        model = text(in);
        size = in.getInt();
        Require.between("size", size, 1, MOST_VALUES);
      }
      case EntryWriter.IMAGE -> image(in);
      case EntryWriter.CORRECTION -> correction(in);
      case EntryWriter.PERSON -> person(in);
      case EntryWriter.GROUPS -> {
        byte[] state = new byte[count(1, in)];
        in.get(state);
        target.groups(state);
      }
      case EntryWriter.SNAPSHOT_END -> target.snapshotEnd();
      case EntryWriter.CLOSED -> {}
      default -> throw new IllegalArgumentException("kind " + kind);
    }
  }

  private void image(ByteBuffer in) {
    int number = in.getInt();
    String key = text(in);
    Map<FaceRef, Face> faces = new TreeMap<>();
    for (int left = count(size * Float.BYTES, in); left > 0; left--) {
      FaceRef ref = new FaceRef(key, in.getInt());
      if (faces.put(ref, face(number, in)) != null) throw new IllegalArgumentException("twice");
    }
    target.image(number, key, faces);
  }

  private Face face(int image, ByteBuffer in) {
    if (model == null) throw new IllegalArgumentException("a face before its model");
    Box box = new Box(in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble());
    FaceLandmarks landmarks =
        new FaceLandmarks(point(in), point(in), point(in), point(in), point(in));
    double confidence = in.getDouble();
    double quality = in.getDouble();
    double rawLength = in.getDouble();
    if (in.remaining() < size * Float.BYTES) throw new BufferUnderflowException();
    float[] values = new float[size];
    in.asFloatBuffer().get(values);
    in.position(in.position() + size * Float.BYTES);
    return new Face(
        image,
        box,
        landmarks,
        confidence,
        quality,
        Embedding.restored(model, values, rawLength),
        null);
  }

  private void correction(ByteBuffer in) {
    int kind = in.get();
    FaceCorrection.Kind[] kinds = FaceCorrection.Kind.values();
    Require.between("kind", kind, 0, kinds.length - 1);
    target.correction(new FaceCorrection(kinds[kind], ref(in), ref(in)));
  }

  private void person(ByteBuffer in) {
    UUID id = new UUID(in.getLong(), in.getLong());
    long number = in.getLong();
    Require.between("number", number, 0, Integer.MAX_VALUE);
    String name = flag(in) ? text(in) : null;
    List<FaceRef> faces = new ArrayList<>();
    for (int left = count(2 * Integer.BYTES, in); left > 0; left--) faces.add(ref(in));
    target.person(id, number, name, faces);
  }

  private FaceRef ref(ByteBuffer in) {
    int number = in.getInt();
    String key = target.key(number);
    if (key == null) throw new IllegalArgumentException("image " + number);
    FaceRef ref = new FaceRef(key, in.getInt());
    if (!target.contains(ref)) throw new IllegalArgumentException("a face that is not there");
    return ref;
  }

  /** How many follow, of so many bytes each at least: never more than there are bytes. */
  private static int count(int each, ByteBuffer in) {
    int count = in.getInt();
    Require.between("count", count, 0, in.remaining() / Math.max(1, each));
    return count;
  }

  private static String text(ByteBuffer in) {
    char[] text = new char[count(Character.BYTES, in)];
    for (int i = 0; i < text.length; i++) text[i] = in.getChar();
    return new String(text);
  }

  private static boolean flag(ByteBuffer in) {
    byte flag = in.get();
    Require.between("flag", flag, 0, 1);
    return flag == 1;
  }

  private static Point point(ByteBuffer in) {
    return new Point(in.getDouble(), in.getDouble());
  }
}
