package dev.facecore.internal.image;

import dev.facecore.ImageException;

/**
 * Walks the chunks of a PNG file. Only critical chunks reach the native decoder: texts and profiles
 * make no pixels and can inflate to any size, and an animation's first picture is its default one.
 */
final class PngHeader {
  private static final int SIGNATURE = 8;
  private static final int CHUNK_OVERHEAD = 12;

  private final Bytes bytes;
  private final EncodedStream stream = new EncodedStream();
  private int orientation;
  private int magickOrientation = Orientation.UPRIGHT;

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
        header.orientation == 0 ? header.magickOrientation : header.orientation,
        PixelSource.plain(header.stream));
  }

  private void walk() {
    stream.add(bytes.piece(0, SIGNATURE));
    long at = SIGNATURE;
    boolean ended = false;
    while (!ended) {
      long length = bytes.u32(at);
      EncodedStream.Piece chunk = bytes.piece(at, length + CHUNK_OVERHEAD);
      if (isCritical(bytes.u8(at + 4))) stream.add(chunk);
      else ancillary(at, length);
      ended = bytes.has(at + 4, "IEND");
      at += length + CHUNK_OVERHEAD;
    }
  }

  /** The case of the first letter says whether a decoder must know the chunk. */
  private static boolean isCritical(int letter) {
    return (letter & 0x20) == 0;
  }

  private void ancillary(long at, long length) {
    Bytes content = bytes.slice(at + 8, length);
    if (bytes.has(at + 4, "eXIf") && orientation == 0) {
      orientation = ExifOrientation.of(content);
    } else if (bytes.has(at + 4, "zTXt") || bytes.has(at + 4, "tEXt")) {
      if (MagickProfile.isExif(content)) magickOrientation = magick(content, at);
    }
  }

  private int magick(Bytes content, long at) {
    try {
      return MagickProfile.orientation(content, bytes.has(at + 4, "zTXt"));
    } catch (ImageException broken) {
      return Orientation.UPRIGHT;
    }
  }
}
