package dev.facecore.internal.natives;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What others may have put into the cache is not loaded. */
@DisabledOnOs(OS.WINDOWS)
class NativeCacheOwnersTest {
  @TempDir Path folder;

  private final byte[] content = new byte[100_000];
  private List<URL> libraries;
  private Path root;

  @BeforeEach
  void jar() throws IOException {
    new Random(3).nextBytes(content);
    Path jar = folder.resolve("natives.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      entries.putNextEntry(new JarEntry("native/liba.so"));
      entries.write(content);
      entries.closeEntry();
    }
    libraries = List.of(URI.create("jar:" + jar.toUri() + "!/native/liba.so").toURL());
    root = folder.resolve("cache");
  }

  private Path unpack() throws IOException {
    Path file = new NativeCache(Optional.of(root)).unpack("set", libraries);
    assertArrayEquals(content, Files.readAllBytes(file));
    return file;
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void only_the_owner_may_use_what_is_made() throws IOException {
    Path file = unpack();
    assertEquals("rwx------", permissions(root));
    assertEquals("rwx------", permissions(file.getParent()));
    assertEquals("rw-------", permissions(file));
  }

  @Test
  void a_file_of_the_same_checksum_and_size_is_noticed() throws IOException {
    Path file = unpack();
    byte[] forged = content.clone();
    forged[0] ^= 1;
    forge(forged, crc(content));
    assertEquals(crc(content), crc(forged));
    assertFalse(Arrays.equals(content, forged));
    FileTime time = Files.getLastModifiedTime(file);
    Files.write(file, forged);
    Files.setLastModifiedTime(file, time);
    assertEquals(file, unpack());
  }

  @Test
  void a_file_that_others_may_write_is_replaced() throws IOException {
    Path file = unpack();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertEquals(file, unpack());
    assertEquals("rw-------", permissions(file));
  }

  @Test
  void a_folder_that_others_may_write_is_closed_to_them() throws IOException {
    Path file = unpack();
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
    assertEquals(file, unpack());
    assertEquals("rwxr-xr-x", permissions(root));
    assertEquals("rwxr-xr-x", permissions(file.getParent()));
  }

  @Test
  void links_are_not_followed() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path planted = Files.write(elsewhere.resolve("planted"), content);
    Path file = unpack();
    Files.delete(file);
    Files.createSymbolicLink(file, planted);
    assertEquals(file, unpack());
    assertFalse(Files.isSymbolicLink(file));
    Files.delete(file.resolveSibling("liba.so.sha256"));
    Files.createSymbolicLink(file.resolveSibling("liba.so.sha256"), planted);
    assertEquals(file, unpack());
    assertArrayEquals(content, Files.readAllBytes(planted), "written through a link");

    root = Files.createSymbolicLink(folder.resolve("linked"), elsewhere);
    assertFalse(unpack().startsWith(folder));
    try (var files = Files.list(elsewhere)) {
      assertEquals(List.of(planted), files.toList());
    }
  }

  @Test
  void a_second_class_loader_takes_a_copy_of_its_own() throws IOException {
    Path version = Files.createDirectories(root.resolve("set-" + Long.toHexString(crc(content))));
    Path lock = Files.createFile(version.resolve(".lock"));
    try (FileChannel other = FileChannel.open(lock, StandardOpenOption.READ);
        FileLock held = other.lock(0, Long.MAX_VALUE, true)) {
      assertTrue(held.isShared());
      Path copy = unpack();
      assertNotEquals(version, copy.getParent());
      assertTrue(copy.startsWith(root), "a copy that stays");
      assertEquals(copy, unpack(), "and is this class loader's from now on");
    }
  }

  @Test
  void without_a_home_nothing_is_written_below_the_working_folder() throws IOException {
    String home = System.getProperty("user.home");
    try {
      for (String wrong : List.of("?", "", folder.resolve("absent").toString())) {
        System.setProperty("user.home", wrong);
        assertEquals(Optional.empty(), NativeLibraries.folder(), wrong);
      }
      System.setProperty("user.home", folder.toString());
      assertTrue(NativeLibraries.folder().orElseThrow().startsWith(folder));
    } finally {
      System.setProperty("user.home", home);
    }
    Path file = new NativeCache(Optional.empty()).unpack("set", libraries);
    assertTrue(file.startsWith(Path.of(System.getProperty("java.io.tmpdir"))));
    assertEquals("rwx------", permissions(file.getParent().getParent()));
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  /** Sets the last 32 bits so that the checksum is the one wanted: it is linear in each bit. */
  private static void forge(byte[] bytes, long wanted) {
    int last = bytes.length - 4;
    long[] effects = new long[32];
    long plain = crc(bytes);
    for (int bit = 0; bit < 32; bit++) {
      bytes[last + bit / 8] ^= 1 << bit % 8;
      effects[bit] = crc(bytes) ^ plain;
      bytes[last + bit / 8] ^= 1 << bit % 8;
    }
    long[] masks = new long[32];
    for (int bit = 0; bit < 32; bit++) masks[bit] = 1L << bit;
    long rest = plain ^ wanted;
    long flips = 0;
    for (int column = 0, row = 0; column < 32; column++) {
      int pivot = row;
      while (pivot < 32 && (effects[pivot] >> column & 1) == 0) pivot++;
      if (pivot == 32) continue;
      swap(effects, pivot, row);
      swap(masks, pivot, row);
      for (int other = 0; other < 32; other++) {
        if (other != row && (effects[other] >> column & 1) == 1) {
          effects[other] ^= effects[row];
          masks[other] ^= masks[row];
        }
      }
      if ((rest >> column & 1) == 1) {
        rest ^= effects[row];
        flips ^= masks[row];
      }
      row++;
    }
    for (int bit = 0; bit < 32; bit++) {
      if ((flips >> bit & 1) == 1) bytes[last + bit / 8] ^= 1 << bit % 8;
    }
  }

  private static void swap(long[] values, int first, int second) {
    long kept = values[first];
    values[first] = values[second];
    values[second] = kept;
  }
}
