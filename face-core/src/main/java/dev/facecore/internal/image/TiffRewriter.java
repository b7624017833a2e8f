package dev.facecore.internal.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * Shows the native decoder a TIFF file with a directory of our own behind its data: the tags that
 * make the pixels, in order, and no further directory. The data stay where they are.
 */
final class TiffRewriter {
  private static final int SHORT = 3;
  private static final int LONG = 4;

  private final TiffDirectory directory;
  private final TreeMap<Integer, byte[]> entries = new TreeMap<>();
  private final ByteOrder order;
  private byte[] colorMap = {};

  TiffRewriter(TiffDirectory directory) {
    this.directory = directory;
    order = directory.bytes().littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    for (int tag : directory.tags()) {
      if (TiffTag.SHOWN.contains(tag)) entries.put(tag, copyOf(directory.entry(tag)));
    }
  }

  private static byte[] copyOf(EncodedStream.Piece entry) {
    return Arrays.copyOfRange(entry.data(), entry.from(), entry.from() + entry.length());
  }

  /** Sets a tag of one value below 2^32. */
  void set(int tag, long value) {
    boolean small = value <= 0xFFFF;
    ByteBuffer entry = entry(tag, small ? SHORT : LONG, 1);
    if (small) entry.putShort((short) value);
    else entry.putInt((int) value);
    entries.put(tag, entry.array());
  }

  /** Sets a palette of 16-bit reds, greens and blues. */
  void setColorMap(int[] values) {
    ByteBuffer map = buffer(2 * values.length);
    for (int value : values) map.putShort((short) value);
    colorMap = map.array();
    ByteBuffer entry = entry(TiffTag.COLOR_MAP, SHORT, values.length);
    entries.put(TiffTag.COLOR_MAP, position(entry, end()).array());
  }

  EncodedStream stream() {
    Bytes bytes = directory.bytes();
    int pointer = directory.isBig() ? 8 : 4;
    ByteBuffer head = buffer(2 * pointer);
    EncodedStream.Piece start = bytes.piece(0, pointer);
    head.put(start.data(), start.from(), start.length());
    position(head, end() + colorMap.length);
    return new EncodedStream()
        .add(head.array())
        .add(bytes.piece(2L * pointer, bytes.size() - 2L * pointer))
        .add(new byte[bytes.size() & 1])
        .add(colorMap)
        .add(written());
  }

  /** The first even position behind the data. */
  private int end() {
    return directory.bytes().size() + (directory.bytes().size() & 1);
  }

  private byte[] written() {
    ByteBuffer out = buffer(16 + entries.size() * directory.entrySize());
    if (directory.isBig()) out.putLong(entries.size());
    else out.putShort((short) entries.size());
    entries.values().forEach(out::put);
    return out.array();
  }

  private ByteBuffer entry(int tag, int type, int count) {
    ByteBuffer entry = buffer(directory.entrySize()).putShort((short) tag).putShort((short) type);
    return position(entry, count);
  }

  /** A count or a position, in the width of this kind of file. */
  private ByteBuffer position(ByteBuffer target, int value) {
    return directory.isBig() ? target.putLong(value) : target.putInt(value);
  }

  private ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(order);
  }
}
