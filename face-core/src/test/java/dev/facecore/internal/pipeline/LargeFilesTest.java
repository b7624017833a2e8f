package dev.facecore.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.facecore.Deadline;
import dev.facecore.ImageException;
import dev.facecore.ImageSource;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are larger than the memory, of which next to nothing is read. */
class LargeFilesTest {
  private static final long SIZE = 20L << 30;
  private static final long MOST_BYTES = 256L << 20;
  private static final byte[] JPEG = {-1, -40, -1, -32};

  @TempDir Path folder;

  @Test
  void a_picture_above_the_limit_is_refused_by_its_size() throws IOException {
    Path file = sparse("large.jpg", JPEG);
    long before = allocated();
    ImageException refused = assertThrows(ImageException.class, () -> load(file));
    assertTrue(allocated() - before < 1 << 20);
    assertEquals(
        "The image is larger than the limit of 268435456 bytes; send a smaller one.",
        refused.getMessage());
  }

  @Test
  void what_is_no_picture_is_refused_by_its_start() throws IOException {
    Path file = sparse("zeros.jpg");
    long before = allocated();
    LoadedImage loaded = load(file);
    assertTrue(allocated() - before < 1 << 20);
    ImageException refused = assertThrows(ImageException.class, () -> loaded.decode(640));
    assertTrue(refused.getMessage().contains("not an image"), refused.getMessage());
  }

  private static LoadedImage load(Path file) {
    return reader().load(ImageSource.file(file), Deadline.unlimited());
  }

  private static PictureReader reader() {
    return new PictureReader(MOST_BYTES, 50_000_000);
  }

  private Path sparse(String name, byte... start) throws IOException {
    Path path = folder.resolve(name);
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.write(start);
      file.setLength(SIZE);
    }
    return path;
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
