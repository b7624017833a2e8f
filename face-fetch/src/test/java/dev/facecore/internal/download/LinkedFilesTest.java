package dev.facecore.internal.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.internal.models.AcceptedLicences;
import dev.facecore.internal.models.ModelCatalogue;
import dev.facecore.internal.models.ModelEntry;
import dev.facecore.internal.models.ModelFile;
import dev.facecore.model.LicencePolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a folder that others may write to, links to a user's files are not written through. */
@DisabledOnOs(OS.WINDOWS)
class LinkedFilesTest {
  private static final byte[] CONTENT = Downloads.content(200_000);
  private static final byte[] PRECIOUS = Downloads.content(1_000);
  private static final int ALL = Integer.MAX_VALUE;

  @TempDir Path home;

  private Path folder;
  private Path precious;

  @BeforeEach
  void make() throws IOException {
    folder = Files.createDirectory(home.resolve("models"));
    precious = Files.write(home.resolve("precious"), PRECIOUS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".part", ".part.from", ".unpacked"})
  void a_link_is_replaced_and_what_it_points_to_stays(String ending) throws Exception {
    for (boolean isHard : new boolean[] {false, true}) {
      for (boolean isArchive : new boolean[] {false, true}) {
        if (ending.equals(".unpacked") && !isArchive) continue;
        Path planted = folder.resolve("model.onnx" + ending);
        if (isHard) {
          Files.createLink(planted, precious);
        } else {
          Files.createSymbolicLink(planted, precious);
        }
        fetch(isArchive);
        Path target = folder.resolve("model.onnx");
        assertFalse(Files.isSymbolicLink(target));
        assertArrayEquals(CONTENT, Files.readAllBytes(target));
        assertArrayEquals(PRECIOUS, Files.readAllBytes(precious), isHard + " " + isArchive);
        assertEquals(List.of(".fetch.lock", "model.onnx"), Downloads.names(folder));
        Files.delete(target);
      }
    }
  }

  @Test
  void a_link_in_place_of_the_lock_makes_no_file_elsewhere() throws Exception {
    Path elsewhere = home.resolve("elsewhere");
    Files.createSymbolicLink(folder.resolve(".fetch.lock"), elsewhere);
    fetch(false);
    assertFalse(Files.exists(elsewhere));
    assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("model.onnx")));
  }

  @Test
  void an_acceptance_is_not_written_through_a_link() throws Exception {
    Path planted = folder.resolve("w600k_mbf.licence-accepted");
    Files.createSymbolicLink(planted, precious);
    ModelEntry entry = ModelCatalogue.open(Optional.empty()).entry("w600k_mbf").orElseThrow();
    AcceptedLicences.accept(entry, folder);
    assertArrayEquals(PRECIOUS, Files.readAllBytes(precious));
    assertTrue(AcceptedLicences.allow(entry, LicencePolicy.ACCEPTED, Optional.of(folder)));
    assertEquals(List.of("w600k_mbf.licence-accepted"), Downloads.names(folder));
  }

  @Test
  void a_link_to_the_right_file_is_used_as_it_is() throws Exception {
    Path stored = Files.write(home.resolve("stored"), CONTENT);
    Files.createSymbolicLink(folder.resolve("model.onnx"), stored);
    try (ScriptedServer server = server(CONTENT)) {
      ModelFile file = Downloads.file(CONTENT, server.address("/model.onnx").toString());
      assertFalse(Downloads.downloader().fetch(file, folder));
      assertEquals(0, server.requests().size());
    }
    assertArrayEquals(CONTENT, Files.readAllBytes(stored));
  }

  private void fetch(boolean isArchive) throws Exception {
    try (ScriptedServer server = server(isArchive ? zip() : CONTENT)) {
      String address = server.address(isArchive ? "/pack.zip" : "/model.onnx").toString();
      ModelFile file = Downloads.file(CONTENT, isArchive ? address + "!/model.onnx" : address);
      assertTrue(Downloads.downloader().fetch(file, folder));
    }
  }

  private static ScriptedServer server(byte[] content) throws IOException {
    return new ScriptedServer(
        (request, out) -> ScriptedServer.serve(request, out, content, "\"v1\"", ALL));
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("model.onnx"));
      zip.write(CONTENT);
    }
    return bytes.toByteArray();
  }
}
