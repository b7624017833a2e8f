package dev.facecore.internal.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** Writes TIFF files, classic or big, of one uncompressed strip. */
final class TiffMaker {
  private static final int LONG = 4;

  private final ByteOrder order;
  private final boolean big;
  private final TreeMap<Integer, Integer> tags = new TreeMap<>();
  private int next;

  private TiffMaker(ByteOrder order, boolean big) {
    this.order = order;
    this.big = big;
  }

  static TiffMaker of(ByteOrder order, boolean big, int width, int height) {
    TiffMaker maker = new TiffMaker(order, big);
    return maker
        .tag(TiffTag.WIDTH, width)
        .tag(TiffTag.HEIGHT, height)
        .tag(TiffTag.COMPRESSION, 1)
        .tag(TiffTag.ROWS_PER_STRIP, height);
  }

  /** The gradient in RGB. */
  static TiffMaker rgb(int width, int height) {
    return of(ByteOrder.LITTLE_ENDIAN, false, width, height).samples(8, 3, 2);
  }

  TiffMaker tag(int tag, int value) {
    tags.put(tag, value);
    return this;
  }

  TiffMaker without(int tag) {
    tags.remove(tag);
    return this;
  }

  TiffMaker samples(int bits, int count, int photometric) {
    return tag(TiffTag.BITS_PER_SAMPLE, bits)
        .tag(TiffTag.SAMPLES_PER_PIXEL, count)
        .tag(TiffTag.PHOTOMETRIC, photometric);
  }

  /** Where the first directory says that the second one is; 0 for none. */
  TiffMaker next(int position) {
    next = position;
    return this;
  }

  byte[] with(byte[] strip) {
    tags.putIfAbsent(TiffTag.STRIP_BYTE_COUNTS, strip.length);
    tags.putIfAbsent(TiffTag.STRIP_OFFSETS, 0);
    int entries = tags.size();
    int data = big ? 16 + 8 + 20 * entries + 8 : 8 + 2 + 12 * entries + 4;
    if (tags.get(TiffTag.STRIP_OFFSETS) == 0) tag(TiffTag.STRIP_OFFSETS, data);
    ByteBuffer out = ByteBuffer.allocate(data + strip.length).order(order);
    out.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes());
    if (big) out.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(16);
    else out.putShort((short) 42).putInt(8);
    if (big) out.putLong(entries);
    else out.putShort((short) entries);
    for (Map.Entry<Integer, Integer> tag : tags.entrySet()) {
      out.putShort(tag.getKey().shortValue()).putShort((short) LONG);
      if (big) out.putLong(1).putInt(tag.getValue()).putInt(0);
      else out.putInt(1).putInt(tag.getValue());
    }
    if (big) out.putLong(next);
    else out.putInt(next);
    return out.put(strip).array();
  }
}
