package dev.facecore.internal.image;

/**
 * Reads the container of a WebP file (RFC 9649). The native decoder knows no animations: it is
 * given the first frame's bit stream as a picture of its own.
 */
final class WebpHeader {
  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int FRAME_HEADER = 16;

  private final Bytes bytes;
  private final PixelLimit limit;

  private WebpHeader(Bytes bytes, PixelLimit limit) {
    this.bytes = bytes;
    this.limit = limit;
  }

  static ImageHeader read(byte[] encoded, PixelLimit limit) {
    Bytes bytes = Bytes.littleEndian(ImageFormat.WEBP, encoded);
    long size = bytes.u32(4) + CHUNK_HEADER;
    // Some writers leave out the byte that makes the last chunk even but count it.
    if (size > bytes.size() + 1L) throw ImageFormat.WEBP.endsEarly();
    WebpHeader header = new WebpHeader(bytes, limit);
    long end = Math.min(size, bytes.size());
    return bytes.has(RIFF_HEADER, "VP8X") ? header.extended(end) : header.simple();
  }

  private ImageHeader simple() {
    WebpBitstream picture = WebpBitstream.read(bytes, RIFF_HEADER);
    limit.check(ImageFormat.WEBP, picture.width(), picture.height());
    return header(picture.width(), picture.height(), Orientation.UPRIGHT, whole());
  }

  private PixelSource whole() {
    return PixelSource.plain(EncodedStream.of(bytes.piece(0, bytes.size())));
  }

  private ImageHeader extended(long end) {
    long width = bytes.u24(24) + 1L;
    long height = bytes.u24(27) + 1L;
    limit.check(ImageFormat.WEBP, width, height);
    PixelSource source = null;
    int orientation = Orientation.UPRIGHT;
    for (long at = RIFF_HEADER; at + CHUNK_HEADER <= end; at = next(at)) {
      Bytes content = bytes.slice(at + CHUNK_HEADER, bytes.u32(at + 4));
      if (bytes.has(at, "EXIF")) orientation = ExifOrientation.of(content);
      if (source != null) continue;
      if (bytes.has(at, "ANMF")) source = firstFrame(content, (int) width, (int) height);
      if (WebpBitstream.isAt(bytes, at)) source = still(at, width, height);
    }
    if (source == null) throw ImageFormat.WEBP.damaged();
    return header(width, height, orientation, source);
  }

  private long next(long chunk) {
    long length = bytes.u32(chunk + 4);
    return chunk + CHUNK_HEADER + length + (length & 1);
  }

  private PixelSource still(long at, long width, long height) {
    WebpBitstream picture = WebpBitstream.read(bytes, at);
    if (picture.width() != width || picture.height() != height) throw ImageFormat.WEBP.damaged();
    return whole();
  }

  private PixelSource firstFrame(Bytes frame, int width, int height) {
    long x = frame.u24(0) * 2L;
    long y = frame.u24(3) * 2L;
    long at = FRAME_HEADER;
    // Transparency stands in a chunk before the bit stream; it is dropped.
    while (!WebpBitstream.isAt(frame, at)) {
      long length = frame.u32(at + 4);
      at += CHUNK_HEADER + length + (length & 1);
    }
    WebpBitstream picture = WebpBitstream.read(frame, at);
    if (x + picture.width() > width || y + picture.height() > height) {
      throw ImageFormat.WEBP.damaged();
    }
    return new FramePixels(picture.alone(), width, height, (int) x, (int) y);
  }

  private static ImageHeader header(long width, long height, int orientation, PixelSource source) {
    return new ImageHeader(ImageFormat.WEBP, (int) width, (int) height, orientation, source);
  }
}
