package dev.facecore.internal.natives;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {
  @TempDir Path folder;

  private final byte[] first = new byte[300_000];
  private final byte[] second = new byte[1000];
  private List<URL> libraries;
  private NativeCache cache;

  @BeforeEach
  void jar() throws IOException {
    new Random(1).nextBytes(first);
    new Random(2).nextBytes(second);
    Path jar = folder.resolve("natives.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      add(entries, "native/liba.so", first);
      add(entries, "native/libb.so", second);
    }
    libraries = List.of(in(jar, "native/liba.so"), in(jar, "native/libb.so"));
    cache = new NativeCache(Optional.of(folder.resolve("cache")));
  }

  private static void add(JarOutputStream entries, String name, byte[] content) throws IOException {
    entries.putNextEntry(new JarEntry(name));
    entries.write(content);
    entries.closeEntry();
  }

  private static URL in(Path jar, String name) throws MalformedURLException {
    return URI.create("jar:" + jar.toUri() + "!/" + name).toURL();
  }

  @Test
  void libraries_lie_side_by_side_and_are_written_once() throws IOException {
    Path file = cache.unpack("set", libraries);
    assertArrayEquals(first, Files.readAllBytes(file));
    assertArrayEquals(second, Files.readAllBytes(file.resolveSibling("libb.so")));
    assertTrue(file.startsWith(folder.resolve("cache")));
    Files.setLastModifiedTime(file, FileTime.fromMillis(1000));
    assertEquals(file, cache.unpack("set", libraries));
    assertEquals(1000, Files.getLastModifiedTime(file).toMillis());
  }

  @Test
  void a_damaged_file_is_replaced() throws IOException {
    Path file = cache.unpack("set", libraries);
    byte[] damaged = first.clone();
    damaged[77]++;
    List<byte[]> damages = List.of(damaged, new byte[0], new byte[first.length]);
    for (byte[] damage : damages) {
      Files.write(file, damage);
      assertEquals(file, cache.unpack("set", libraries));
      assertArrayEquals(first, Files.readAllBytes(file));
    }
    assertEquals(3, damages.size());
  }

  @Test
  void many_at_once_leave_whole_files_and_nothing_else() throws IOException {
    List<CompletableFuture<Path>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(CompletableFuture.supplyAsync(() -> cache.unpack("set", libraries)));
    }
    for (CompletableFuture<Path> one : all) {
      assertArrayEquals(first, Files.readAllBytes(one.join()));
    }
    try (Stream<Path> files = Files.list(all.get(0).join().getParent())) {
      assertEquals(
          List.of(".lock", "liba.so", "liba.so.sha256", "libb.so", "libb.so.sha256"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void a_folder_that_cannot_be_used_is_replaced_by_a_temporary_one() throws IOException {
    Files.writeString(folder.resolve("cache"), "a file is in the way");
    Path file = cache.unpack("set", libraries);
    assertFalse(file.startsWith(folder));
    assertArrayEquals(first, Files.readAllBytes(file));
  }

  @Test
  void what_is_in_no_jar_is_refused() throws IOException {
    Path plain = Files.write(folder.resolve("libc.so"), second);
    List<URL> library = List.of(plain.toUri().toURL());
    assertThrows(UncheckedIOException.class, () -> cache.unpack("set", library));
  }
}
