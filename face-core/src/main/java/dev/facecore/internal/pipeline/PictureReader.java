package dev.facecore.internal.pipeline;

import dev.facecore.Deadline;
import dev.facecore.ImageException;
import dev.facecore.ImageSource;
import dev.facecore.internal.image.ImageDecoder;
import dev.facecore.internal.image.PixelBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** From a source to encoded bytes to pixels, within limits. Thread-safe. */
public final class PictureReader {
  /** Bytes of a file that tell its format. */
  private static final int START = 64;

  private final long maxBytes;
  private final long maxPixels;

  public PictureReader(long maxBytes, long maxPixels) {
    this.maxBytes = maxBytes;
    this.maxPixels = maxPixels;
  }

  @Override
  public String toString() {
    return "maxImageBytes=" + maxBytes + ", maxImagePixels=" + maxPixels;
  }

  /**
   * The image's bytes or pixels.
   *
   * @throws ImageException if it cannot be had, or is too large
   */
  LoadedImage load(ImageSource source, Deadline deadline) {
    if (source instanceof ImageSource.Encoded encoded) return encoded(within(encoded.encoded()));
    if (source instanceof ImageSource.LocalFile file) return encoded(read(file.path()));
    if (source instanceof ImageSource.Loaded given)
      return encoded(within(load(given.loader(), deadline)));
    if (source instanceof ImageSource.Pixels given)
      return size -> PixelBuffer.picture(given.width(), given.height(), given.bgr(), maxPixels);
    if (source instanceof ImageSource.Image given)
      return size -> PixelBuffer.picture(given.image(), maxPixels);
    throw new AssertionError("ImageSource is sealed, got " + source);
  }

  private static byte[] load(ImageSource.Loader loader, Deadline deadline) {
    try {
      byte[] encoded = loader.load(deadline);
      if (encoded == null)
        throw new ImageException("The image cannot be loaded: its loader returned null.");
      return encoded;
    } catch (IOException e) {
      throw new ImageException("The image cannot be loaded: " + e.getMessage() + ".", e);
    } catch (UncheckedIOException e) {
      throw new ImageException(
          "The image cannot be loaded: " + e.getCause().getMessage() + ".", e.getCause());
    }
  }

  private LoadedImage encoded(byte[] bytes) {
    return longerSide -> ImageDecoder.decode(bytes, maxPixels, longerSide);
  }

  private byte[] read(Path file) {
    try {
      return Files.isRegularFile(file) ? readRegular(file) : readAtMost(file, maxBytes + 1);
    } catch (NoSuchFileException e) {
      throw new ImageException("The file does not exist.", e);
    } catch (AccessDeniedException e) {
      throw new ImageException("The file may not be read; check its permissions.", e);
    } catch (FileSystemException e) {
      // Its message would hold the path.
      throw new ImageException("The file cannot be read: " + e.getReason() + ".", e);
    } catch (IOException e) {
      throw new ImageException("The file cannot be read: " + e.getMessage() + ".", e);
    }
  }

  // A file that is no picture, or too large, may be larger than the memory.
  private byte[] readRegular(Path file) throws IOException {
    byte[] start = readAtMost(file, START);
    if (!ImageDecoder.isSupported(start)) return start;
    if (Files.size(file) > maxBytes) throw ImageException.tooLarge(maxBytes);
    return readAtMost(file, maxBytes + 1);
  }

  // One byte more than allowed tells whether there is more: a size can change after it was asked.
  private byte[] readAtMost(Path file, long bytes) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return within(stream.readNBytes((int) Math.min(bytes, Integer.MAX_VALUE - 8)));
    }
  }

  private byte[] within(byte[] encoded) {
    if (encoded.length > maxBytes) throw ImageException.tooLarge(maxBytes);
    return encoded;
  }
}
