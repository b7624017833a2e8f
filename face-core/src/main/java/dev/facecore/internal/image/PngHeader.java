package dev.facecore.internal.image;

import dev.facecore.ImageException;

/**
 * Walks the chunks of a PNG file. Only critical chunks reach the native decoder: texts and profiles
 * make no pixels and can inflate to any size, and an animation's first picture is its default one.
 */
final class PngHeader {
  private static final int SIGNATURE = 8;
  private static final int CHUNK_OVERHEAD = 12;
  private static final int COLOUR_TYPE = 25;

  private final Bytes bytes;
  private final EncodedStream stream = new EncodedStream();
  private int orientation;
  private int magickOrientation;
  private boolean hasPalette;
  private boolean hasData;
  private long dataEnd;

  private PngHeader(Bytes bytes) {
    this.bytes = bytes;
  }

  static ImageHeader read(byte[] encoded, PixelLimit limit) {
    Bytes bytes = Bytes.bigEndian(ImageFormat.PNG, encoded);
    bytes.require(0, SIGNATURE + CHUNK_OVERHEAD + 13);
    if (!bytes.has(SIGNATURE, "\0\0\0\rIHDR")) throw ImageFormat.PNG.damaged();
    long width = bytes.u32(16);
    long height = bytes.u32(20);
    limit.check(ImageFormat.PNG, width, height);
    PngHeader header = new PngHeader(bytes);
    header.walk();
    return new ImageHeader(
        ImageFormat.PNG,
        (int) width,
        (int) height,
        Orientation.valid(header.orientation == 0 ? header.magickOrientation : header.orientation),
        PixelSource.plain(header.stream));
  }

  private void walk() {
    stream.add(bytes.piece(0, SIGNATURE));
    long at = SIGNATURE;
    while (true) {
      long length = bytes.u32(at);
      EncodedStream.Piece chunk = bytes.piece(at, length + CHUNK_OVERHEAD);
      if (bytes.has(at + 4, "IEND")) {
        stream.add(chunk);
        return;
      }
      if (!isCritical(bytes.u8(at + 4))) ancillary(at, length);
      else if (isShown(at)) stream.add(chunk);
      at += length + CHUNK_OVERHEAD;
    }
  }

  /** The case of the first letter says whether a decoder must know the chunk. */
  private static boolean isCritical(int letter) {
    return (letter & 0x20) == 0;
  }

  /**
   * Whether a critical chunk makes pixels: the header, one palette before the data, and the data up
   * to where another chunk follows them. The native decoder prints a line for each that is one too
   * many.
   */
  private boolean isShown(long at) {
    if (bytes.has(at + 4, "IHDR") && at == SIGNATURE) return true;
    if (bytes.has(at + 4, "PLTE")) {
      boolean isFirst = !hasPalette && !hasData;
      hasPalette = true;
      return isFirst && isColoured();
    }
    if (!bytes.has(at + 4, "IDAT")) throw ImageFormat.PNG.damaged();
    boolean continues = !hasData || dataEnd == at;
    hasData = true;
    if (continues) dataEnd = at + bytes.u32(at) + CHUNK_OVERHEAD;
    return continues;
  }

  /** Bit 2 of the colour type: of a grey picture a palette is an error. */
  private boolean isColoured() {
    return (bytes.u8(COLOUR_TYPE) & 2) != 0;
  }

  private void ancillary(long at, long length) {
    if (bytes.has(at + 4, "eXIf") && orientation == 0) {
      orientation = ExifOrientation.of(bytes.slice(at + 8, length));
    } else if (magickOrientation == 0 && isText(at)) {
      Bytes content = bytes.slice(at + 8, length);
      if (MagickProfile.isExif(content)) magickOrientation = magick(content, at);
    }
  }

  private boolean isText(long at) {
    return bytes.has(at + 4, "zTXt") || bytes.has(at + 4, "tEXt");
  }

  private int magick(Bytes content, long at) {
    try {
      return MagickProfile.orientation(content, bytes.has(at + 4, "zTXt"));
    } catch (ImageException broken) {
      return Orientation.UPRIGHT;
    }
  }
}
