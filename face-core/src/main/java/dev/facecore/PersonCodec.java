package dev.facecore;

import dev.facecore.internal.check.Require;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** People as bytes, without loss: doubles and floats bit by bit, big-endian. */
final class PersonCodec {
  /** Of an embedding or a headshot, in bytes. */
  private static final byte[] NO_HEADSHOT = {};

  private static final int LONGEST = 1 << 28;

  private PersonCodec() {}

  static void write(List<Person> people, DataOutputStream out) throws IOException {
    out.writeInt(people.size());
    for (Person person : people) {
      out.writeLong(person.id().getMostSignificantBits());
      out.writeLong(person.id().getLeastSignificantBits());
      writeFace(person.face(), out);
      out.writeInt(person.sightings().size());
      for (Sighting seen : person.sightings()) writeSighting(seen, out);
    }
  }

  static List<Person> read(DataInputStream in) throws IOException {
    List<Person> people = new ArrayList<>();
    for (int left = count("people", in); left > 0; left--) {
      UUID id = new UUID(in.readLong(), in.readLong());
      Face face = readFace(in);
      List<Sighting> sightings = new ArrayList<>();
      for (int seen = count("sightings", in); seen > 0; seen--) sightings.add(readSighting(in));
      people.add(new Person(id, face, sightings));
    }
    return people;
  }

  private static int count(String name, DataInputStream in) throws IOException {
    int count = in.readInt();
    Require.between(name, count, 0, Integer.MAX_VALUE);
    return count;
  }

  /** Memory grows with what is there, not with what is claimed. */
  private static byte[] bytes(String name, int each, DataInputStream in) throws IOException {
    int count = count(name, in);
    Require.between(name, count, 0, LONGEST / each);
    byte[] bytes = in.readNBytes(count * each);
    if (bytes.length < count * each) throw new EOFException();
    return bytes;
  }

  private static void writeFace(Face face, DataOutputStream out) throws IOException {
    out.writeInt(face.imageIndex());
    writeBox(face.box(), out);
    for (Point point : face.landmarks().points()) writePoint(point, out);
    out.writeDouble(face.confidence());
    out.writeDouble(face.quality());
    Embedding embedding = face.embedding();
    out.writeUTF(embedding.model());
    out.writeDouble(embedding.rawLength());
    out.writeInt(embedding.size());
    for (int i = 0; i < embedding.size(); i++) out.writeFloat(embedding.value(i));
    byte[] jpeg = face.headshot() == null ? NO_HEADSHOT : face.headshot().jpeg();
    out.writeInt(jpeg.length);
    out.write(jpeg);
  }

  private static Face readFace(DataInputStream in) throws IOException {
    int imageIndex = in.readInt();
    Box box = readBox(in);
    FaceLandmarks landmarks =
        new FaceLandmarks(
            readPoint(in), readPoint(in), readPoint(in), readPoint(in), readPoint(in));
    double confidence = in.readDouble();
    double quality = in.readDouble();
    String model = in.readUTF();
    double rawLength = in.readDouble();
    byte[] floats = bytes("values", Float.BYTES, in);
    float[] values = new float[floats.length / Float.BYTES];
    ByteBuffer.wrap(floats).asFloatBuffer().get(values);
    Embedding embedding = Embedding.restored(model, values, rawLength);
    byte[] jpeg = bytes("headshot", 1, in);
    Headshot headshot = jpeg.length == 0 ? null : Headshot.ofJpeg(jpeg);
    return new Face(imageIndex, box, landmarks, confidence, quality, embedding, headshot);
  }

  private static void writeSighting(Sighting seen, DataOutputStream out) throws IOException {
    out.writeInt(seen.faceIndex());
    out.writeInt(seen.imageIndex());
    writeBox(seen.box(), out);
    out.writeDouble(seen.confidence());
    out.writeDouble(seen.similarity());
  }

  private static Sighting readSighting(DataInputStream in) throws IOException {
    return new Sighting(in.readInt(), in.readInt(), readBox(in), in.readDouble(), in.readDouble());
  }

  private static void writeBox(Box box, DataOutputStream out) throws IOException {
    out.writeDouble(box.x());
    out.writeDouble(box.y());
    out.writeDouble(box.width());
    out.writeDouble(box.height());
  }

  private static Box readBox(DataInputStream in) throws IOException {
    return new Box(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
  }

  private static void writePoint(Point point, DataOutputStream out) throws IOException {
    out.writeDouble(point.x());
    out.writeDouble(point.y());
  }

  private static Point readPoint(DataInputStream in) throws IOException {
    return new Point(in.readDouble(), in.readDouble());
  }
}
