package dev.facecore.internal.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.internal.models.ModelFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is published inside a ZIP archive. */
class ArchiveDownloadTest {
  private static final byte[] CONTENT = Downloads.content(300_000);
  private static final int ALL = Integer.MAX_VALUE;

  @TempDir Path folder;

  @Test
  void the_member_is_taken_out_and_the_archive_is_not_kept() throws Exception {
    assertFetched(zip("readme.txt", "model.onnx", "zz.onnx"), ALL, 1);
    assertEquals(List.of(".fetch.lock", "model.onnx"), Downloads.names(folder));
  }

  @Test
  void the_member_may_lie_in_a_folder_of_the_archive() throws Exception {
    assertFetched(zip("pack/readme.txt", "pack/model.onnx"), ALL, 1);
  }

  @Test
  void an_archive_that_is_cut_is_gone_on_with() throws Exception {
    byte[] archive = zip("model.onnx");
    assertFetched(archive, 100_000, (archive.length + 99_999) / 100_000);
  }

  @Test
  void leftovers_of_unpacking_do_no_harm() throws Exception {
    Files.write(folder.resolve("model.onnx.unpacked"), new byte[500_000]);
    assertFetched(zip("model.onnx"), ALL, 1);
    assertEquals(List.of(".fetch.lock", "model.onnx"), Downloads.names(folder));
  }

  @Test
  void an_archive_without_the_member_is_refused() throws Exception {
    assertRefused(zip("other.onnx"), "the archive has no model.onnx");
    assertRefused(zip("a/model.onnx", "b/model.onnx"), "the archive has no model.onnx");
  }

  @Test
  void what_is_no_archive_is_refused() throws Exception {
    byte[] page = "<html>Sign in to this network</html>".getBytes(StandardCharsets.US_ASCII);
    assertRefused(page, "not the expected one");
    byte[] whole = zip("model.onnx");
    assertRefused(Arrays.copyOf(whole, whole.length - 30), "not the expected one");
  }

  @Test
  void a_member_with_other_bytes_is_refused() throws Exception {
    byte[] wrong = CONTENT.clone();
    wrong[7] ^= 1;
    assertRefused(zip(wrong, "model.onnx"), "is another file");
  }

  @Test
  void a_member_that_unpacks_without_end_is_stopped_by_its_size() throws Exception {
    byte[] bomb = zip(new byte[20_000_000], "model.onnx");
    assertTrue(bomb.length < 100_000, bomb.length + " bytes");
    assertRefused(bomb, "more than 300000 bytes");
  }

  private void assertFetched(byte[] archive, int most, int requests) throws Exception {
    try (ScriptedServer server = server(archive, most)) {
      assertTrue(Downloads.downloader().fetch(file(server), folder));
      assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("model.onnx")));
      assertEquals(requests, server.requests().size());
    }
  }

  private void assertRefused(byte[] archive, String reason) throws Exception {
    try (ScriptedServer server = server(archive, ALL)) {
      String message =
          assertThrows(IOException.class, () -> Downloads.downloader().fetch(file(server), folder))
              .getMessage();
      assertTrue(message.contains(reason), message);
      assertFalse(Files.exists(folder.resolve("model.onnx")));
      assertEquals(List.of(".fetch.lock"), Downloads.names(folder));
    }
  }

  private static ModelFile file(ScriptedServer server) {
    return Downloads.file(CONTENT, server.address("/pack.zip") + "!/model.onnx");
  }

  private ScriptedServer server(byte[] archive, int most) throws IOException {
    return new ScriptedServer(
        (request, out) -> {
          ScriptedServer.serve(request, out, archive, "\"zip\"", most);
          out.flush();
          long kept = (long) request.start() + most;
          if (kept < archive.length) Downloads.awaitStored(folder, kept);
        });
  }

  private static byte[] zip(String... names) throws IOException {
    return zip(CONTENT, names);
  }

  private static byte[] zip(byte[] content, String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.endsWith(".onnx") ? content : name.getBytes(StandardCharsets.US_ASCII));
      }
    }
    return bytes.toByteArray();
  }
}
