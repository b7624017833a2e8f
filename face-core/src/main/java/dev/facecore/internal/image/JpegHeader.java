package dev.facecore.internal.image;

import java.util.Optional;

/**
 * Walks the markers of a JPEG file (ITU-T T.81, annex B) from its start to its end mark, in one
 * pass. Segments are stepped over by their length, so an end mark inside an embedded thumbnail is
 * not taken for the picture's.
 */
final class JpegHeader {
  private static final int SOF0 = 0xC0;
  private static final int SOF1 = 0xC1;
  private static final int SOF2 = 0xC2;
  private static final int DHT = 0xC4;
  private static final int JPG = 0xC8;
  private static final int SOF9 = 0xC9;
  private static final int SOF10 = 0xCA;
  private static final int DAC = 0xCC;
  private static final int SOF15 = 0xCF;
  private static final int RST0 = 0xD0;
  private static final int RST7 = 0xD7;
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int DQT = 0xDB;
  private static final int DRI = 0xDD;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP14 = 0xEE;
  private static final int TEM = 0x01;

  private static final int SMALLEST_JFIF = 14;
  private static final int SMALLEST_ADOBE = 12;

  private final Bytes bytes;
  private final PixelLimit limit;
  private int width;
  private int height;
  private int orientation;
  private JpegScans scans;
  private final JpegEntropy entropy = new JpegEntropy();
  private int nextRestart;
  private int dataEnd;
  private boolean isJfif;
  private int adobeTransform = -1;
  private boolean endMarked;

  private JpegHeader(Bytes bytes, PixelLimit limit) {
    this.bytes = bytes;
    this.limit = limit;
  }

  static ImageHeader read(byte[] encoded, PixelLimit limit) {
    JpegHeader header = new JpegHeader(Bytes.bigEndian(ImageFormat.JPEG, encoded), limit);
    header.walk();
    return header.result();
  }

  /**
   * Refuses a JPEG inside another file that takes more passes over its pixels than it has colours.
   *
   * @param segment may lack its tables
   */
  static void checkSequential(Bytes segment, PixelLimit limit) {
    JpegHeader header = new JpegHeader(segment.ordered(false), limit);
    header.walk();
    header.entropy.count();
    if (header.scans == null || !header.scans.isSequential()) {
      throw segment.format().unsupported("JPEG of more scans than colours");
    }
  }

  private ImageHeader result() {
    if (scans == null && endMarked) throw ImageFormat.JPEG.damaged();
    // With an end mark too: a file cut between scans and closed again is half a picture.
    if (scans == null || !scans.isComplete()) throw ImageFormat.JPEG.endsEarly();
    EncodedStream.Piece data = bytes.piece(0, dataEnd);
    Optional<PixelSource> direct = isOfLumaAndChroma() ? entropy.direct(data) : Optional.empty();
    if (direct.isPresent()) return result(direct.get());
    entropy.count();
    // Arithmetic code may end in zeros that are not stored, so what follows it must be its end.
    boolean whole = entropy.isCounted() || entropy.isArithmetic() && endMarked;
    return result(whole ? JpegPixels.once(data) : JpegPixels.twice(data, nextRestart));
  }

  private ImageHeader result(PixelSource source) {
    return new ImageHeader(ImageFormat.JPEG, width, height, Orientation.valid(orientation), source);
  }

  // Without either segment the native decoder goes by the components' numbers.
  private boolean isOfLumaAndChroma() {
    return isJfif || (adobeTransform == 1 || adobeTransform < 0 && entropy.isNumberedFromOne());
  }

  private void walk() {
    int at = 0;
    while (!endMarked) {
      dataEnd = bytes.find(at, 0xFF);
      at = dataEnd;
      while (at < bytes.size() && bytes.u8(at) == 0xFF) at++;
      if (at == bytes.size()) return;
      at = step(bytes.u8(at), at + 1);
    }
  }

  /** Takes in a marker and returns where the search for the next one begins. */
  private int step(int marker, int at) {
    if (marker == EOI) {
      endMarked = true;
    } else if (marker >= RST0 && marker <= RST7) {
      nextRestart = marker - RST0 + 1 & 7;
    } else if (marker != 0 && marker != TEM && marker != SOI) {
      int length = bytes.u16(at);
      if (length < 2) throw ImageFormat.JPEG.damaged();
      segment(marker, bytes.slice(at + 2, length - 2), at + length);
      return at + length;
    }
    return at;
  }

  private void segment(int marker, Bytes segment, int end) {
    if (marker == APP1) {
      if (orientation == 0 && ExifOrientation.isPrefixed(segment)) {
        orientation = ExifOrientation.of(segment);
      }
    } else if (marker == SOS) {
      if (scans == null) throw ImageFormat.JPEG.damaged();
      scans.add(segment);
      entropy.scan(segment, bytes.piece(end, bytes.size() - end));
      nextRestart = 0;
    } else if (marker == DHT) {
      entropy.tables(segment);
    } else if (marker == DQT) {
      entropy.quantisation(segment);
    } else if (marker == APP0) {
      isJfif |= segment.has(0, "JFIF\0") && segment.size() >= SMALLEST_JFIF;
    } else if (marker == APP14) {
      if (segment.has(0, "Adobe") && segment.size() >= SMALLEST_ADOBE) {
        adobeTransform = segment.u8(SMALLEST_ADOBE - 1);
      }
    } else if (marker == DRI) {
      entropy.restartInterval(segment);
    } else if (marker >= SOF0 && marker <= SOF15 && !isTable(marker)) {
      frame(marker, segment);
    }
  }

  private static boolean isTable(int marker) {
    return marker == DHT || marker == JPG || marker == DAC;
  }

  private void frame(int marker, Bytes segment) {
    if (scans != null) throw ImageFormat.JPEG.damaged();
    boolean progressive = marker == SOF2 || marker == SOF10;
    if (!progressive && marker != SOF0 && marker != SOF1 && marker != SOF9) {
      throw ImageFormat.JPEG.unsupported("lossless or hierarchical coding");
    }
    if (segment.u8(0) != 8) throw ImageFormat.JPEG.unsupported(segment.u8(0) + "-bit samples");
    height = segment.u16(1);
    width = segment.u16(3);
    limit.check(ImageFormat.JPEG, width, height);
    scans = JpegScans.of(segment, progressive);
    entropy.frame(segment, progressive, marker >= SOF9);
  }
}
