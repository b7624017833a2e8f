package dev.facecore.internal.image;

/** Where the strips or tiles of a TIFF picture lie. */
record TiffSegments(
    TiffDirectory directory,
    boolean tiled,
    int offsetsTag,
    int byteCountsTag,
    long segmentWidth,
    long segmentHeight,
    long width,
    long height) {
  private static final int SEPARATE_PLANES = 2;
  private static final int YCBCR = 6;

  /** Of 50 million pixels in rows or small tiles there are fewer; each one costs a start. */
  private static final int MOST_SEGMENTS = 100_000;

  static TiffSegments of(TiffDirectory directory, long width, long height) {
    boolean tiled = directory.has(TiffTag.TILE_WIDTH);
    return tiled
        ? new TiffSegments(
            directory,
            true,
            // Some writers list tiles under the tags of strips.
            present(directory, TiffTag.TILE_OFFSETS, TiffTag.STRIP_OFFSETS),
            present(directory, TiffTag.TILE_BYTE_COUNTS, TiffTag.STRIP_BYTE_COUNTS),
            directory.value(TiffTag.TILE_WIDTH, 0),
            directory.value(TiffTag.TILE_LENGTH, 0),
            width,
            height)
        : new TiffSegments(
            directory,
            false,
            TiffTag.STRIP_OFFSETS,
            TiffTag.STRIP_BYTE_COUNTS,
            width,
            Math.min(height, directory.value(TiffTag.ROWS_PER_STRIP, height)),
            width,
            height);
  }

  private static int present(TiffDirectory directory, int tag, int otherwise) {
    return directory.has(tag) ? tag : otherwise;
  }

  /** Refuses segments that are too large, missing, too short or beyond the end of the data. */
  void check(PixelLimit limit) {
    limit.check(ImageFormat.TIFF, segmentWidth, segmentHeight);
    long compression = directory.value(TiffTag.COMPRESSION, TiffCompression.NONE);
    TiffCompression.checkSupported(compression);
    long planes = planes();
    long across = (width + segmentWidth - 1) / segmentWidth;
    long down = (height + segmentHeight - 1) / segmentHeight;
    long count = across * down * planes;
    if (count > MOST_SEGMENTS) throw ImageFormat.TIFF.unsupported(count + " strips or tiles");
    if (directory.count(offsetsTag) < count) throw ImageFormat.TIFF.damaged();
    // Segments may share their data, but reading them must not take longer than the picture does.
    long left = directory.bytes().size() + count * rawBytes(segmentHeight);
    for (long i = 0; i < count; i++) {
      long expected = expected(i % (across * down));
      Bytes segment = segment(i, count, compression, expected);
      left -= segment.size();
      if (left < 0) throw ImageFormat.TIFF.damaged();
      if (!TiffCompression.yields(compression, segment, expected)) {
        throw ImageFormat.TIFF.endsEarly();
      }
      if (compression == TiffCompression.JPEG) JpegHeader.checkSequential(segment, limit);
    }
  }

  /**
   * The data of a strip or tile. Its length may be missing, 0 or wrong, as scanners write it: of
   * uncompressed samples it is known, and a single one may go to the end of the file.
   */
  private Bytes segment(long index, long count, long compression, long expected) {
    long offset = directory.value(offsetsTag, 0, index);
    long length = directory.value(byteCountsTag, 0, index);
    long left = directory.bytes().size() - offset;
    if (compression == TiffCompression.NONE && expected > 1) length = expected;
    else if (count == 1 && (length <= 0 || length > left)) length = left;
    return directory.bytes().slice(offset, length);
  }

  private long planes() {
    boolean separate = directory.value(TiffTag.PLANAR_CONFIGURATION, 1) == SEPARATE_PLANES;
    return separate ? directory.value(TiffTag.SAMPLES_PER_PIXEL, 1) : 1;
  }

  /** Bytes of a segment's samples; 1 where colours are stored for groups of pixels. */
  private long expected(long index) {
    if (directory.value(TiffTag.PHOTOMETRIC, 0) == YCBCR) return 1;
    long rows = tiled ? segmentHeight : Math.min(segmentHeight, height - index * segmentHeight);
    return rawBytes(rows);
  }

  private long rawBytes(long rows) {
    long samples = directory.value(TiffTag.SAMPLES_PER_PIXEL, 1) / planes();
    long bits = segmentWidth * samples * directory.value(TiffTag.BITS_PER_SAMPLE, 1);
    return rows * ((bits + 7) / 8);
  }
}
