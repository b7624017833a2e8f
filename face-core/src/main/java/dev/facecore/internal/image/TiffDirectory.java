package dev.facecore.internal.image;

import dev.facecore.ImageException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first directory of a TIFF file, classic or BigTIFF, by tag. No other directory is followed,
 * so a chain of them can neither loop nor grow.
 */
final class TiffDirectory {
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int LONG8 = 16;
  private static final int BYTE = 1;

  /** Bytes of one value, by type (TIFF 6.0 and BigTIFF); 0 where there is no such type. */
  private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

  /** Files have some dozens. */
  private static final int MOST_ENTRIES = 4096;

  private final Bytes bytes;
  private final boolean big;
  private final Map<Integer, Long> entries = new TreeMap<>();

  private TiffDirectory(Bytes bytes, boolean big) {
    this.bytes = bytes;
    this.big = big;
  }

  /** Reads it from the start of a file. */
  static TiffDirectory readFirst(Bytes file) {
    return read(file, false);
  }

  /** Reads the entries of an EXIF block up to where it is cut off or claims more than it has. */
  static TiffDirectory readWhatIsThere(Bytes block) {
    return read(block, true);
  }

  private static TiffDirectory read(Bytes file, boolean isLenient) {
    if (!file.has(0, "II") && !file.has(0, "MM")) throw file.format().damaged();
    Bytes ordered = file.ordered(file.has(0, "II"));
    int version = ordered.u16(2);
    if (version != 42 && version != 43) throw file.format().damaged();
    TiffDirectory directory = new TiffDirectory(ordered, version == 43);
    directory.readEntries(directory.big ? ordered.u64(8) : ordered.u32(4), isLenient);
    return directory;
  }

  private void readEntries(long at, boolean isLenient) {
    long count = big ? bytes.u64(at) : bytes.u16(at);
    boolean isPlausible = count >= 0 && count <= MOST_ENTRIES;
    if (!isPlausible && !isLenient) throw bytes.format().damaged();
    long first = at + (big ? 8 : 2);
    for (int i = 0; i < (isPlausible ? count : MOST_ENTRIES); i++) {
      long entry = first + (long) i * entrySize();
      if (isLenient && entry + entrySize() > bytes.size()) return;
      bytes.require(entry, entrySize());
      entries.putIfAbsent(bytes.u16(entry), entry);
    }
  }

  Bytes bytes() {
    return bytes;
  }

  boolean isBig() {
    return big;
  }

  int entrySize() {
    return big ? 20 : 12;
  }

  boolean has(int tag) {
    return entries.containsKey(tag);
  }

  /** The tags in ascending order. */
  Iterable<Integer> tags() {
    return entries.keySet();
  }

  /** The entry as it stands in the file. */
  EncodedStream.Piece entry(int tag) {
    return bytes.piece(entries.get(tag), entrySize());
  }

  /** The orientation; upright where its tag is damaged. */
  int orientation() {
    try {
      return Orientation.valid(value(TiffTag.ORIENTATION, Orientation.UPRIGHT));
    } catch (ImageException broken) {
      return Orientation.UPRIGHT;
    }
  }

  /** How many values a tag has; 0 where it is absent. */
  long count(int tag) {
    Long entry = entries.get(tag);
    if (entry == null) return 0;
    return big ? bytes.u64(entry + 4) : bytes.u32(entry + 4);
  }

  /** The first value of a tag of whole numbers. */
  long value(int tag, long otherwise) {
    return count(tag) == 0 ? otherwise : value(tag, otherwise, 0);
  }

  /** One value of a tag that is present. */
  long value(int tag, long otherwise, long index) {
    if (index >= count(tag)) return otherwise;
    int type = type(tag);
    if (type != BYTE && type != SHORT && type != LONG && type != LONG8) {
      throw bytes.format().damaged();
    }
    long at = position(tag) + index * TYPE_SIZES[type];
    return switch (TYPE_SIZES[type]) {
      case 1 -> bytes.u8(at);
      case 2 -> bytes.u16(at);
      case 4 -> bytes.u32(at);
      default -> bytes.u64(at);
    };
  }

  /** Refuses a directory with values beyond the end of the data. */
  void requireValues() {
    for (int tag : entries.keySet()) {
      int type = type(tag);
      if (type >= TYPE_SIZES.length) continue;
      long count = count(tag);
      if (count < 0 || count > bytes.size()) throw bytes.format().endsEarly();
      bytes.require(position(tag), count * TYPE_SIZES[type]);
    }
  }

  private int type(int tag) {
    return bytes.u16(entries.get(tag) + 2);
  }

  /** Where the values stand: in the entry if they fit, else where it points. */
  private long position(int tag) {
    int room = big ? 8 : 4;
    long field = entries.get(tag) + 4 + room;
    int size = TYPE_SIZES[type(tag)];
    if (size == 0 || count(tag) <= room / size) return field;
    return big ? bytes.u64(field) : bytes.u32(field);
  }
}
