package dev.facecore;

import static dev.facecore.internal.dedup.TestFaces.face;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.stage.Readability;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of a file: a state that was confirmed, or a refusal, and never anything else. */
class FaceAlbumDamageTest {
  private static final int HEAD = 12;

  @TempDir Path folder;
  private final List<List<AlbumPerson>> states = new ArrayList<>();
  private Path file;

  /** Bytes of the snapshot. */
  private int snapshot;

  @BeforeEach
  void save_an_album() throws IOException {
    file = folder.resolve("album.faces");
    try (FaceAlbum album = FaceAlbum.create(folder, 0.8, false, Readability.NOT_MEASURED)) {
      album.put("a", List.of(face(0, 1, 0)));
      album.put("gone", List.of());
      // A new snapshot.
      album.remove("gone");
      snapshot = (int) Files.size(file);
      states.add(album.people());
      album.put("b", List.of(face(0, 0, 1)));
      states.add(album.people());
      album.same(new FaceRef("a", 0), new FaceRef("b", 0));
      states.add(album.people());
    }
  }

  @Test
  void every_changed_byte_is_noticed_or_changes_nothing() throws IOException {
    byte[] good = Files.readAllBytes(file);
    int mark = good.length - HEAD - 1;
    assertTrue(snapshot > 300 && good.length > snapshot + 200, snapshot + ", " + good.length);
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 0x20;
      put(bad);
      if (i < mark) {
        assertRefused(i < 8 ? "is not an album" : i < 12 ? "format version" : "is damaged");
      } else if (i < good.length - 1) {
        // The mark of an album that was closed: all that was confirmed is before it.
        assertAnyOf(List.of(states.get(2)), true);
      } else {
        assertAnyOf(List.of(states.get(2)), false);
      }
    }
  }

  @Test
  void what_was_cut_off_is_a_state_before_or_refused() throws IOException {
    byte[] good = Files.readAllBytes(file);
    int opened = 0;
    for (int length = 0; length < good.length; length++) {
      for (byte[] cut : cuts(good, length)) {
        put(cut);
        if (length < snapshot) {
          assertRefused(length < 12 ? "an album" : "is damaged");
        } else {
          int before = states.indexOf(FaceAlbum.read(folder).people());
          assertTrue(before >= 0, length + " bytes");
          opened++;
          if (length % 41 != 0) continue;
          try (FaceAlbum album = FaceAlbum.open(folder)) {
            assertEquals(states.get(before), album.people());
            album.put("later", List.of(face(0, 1, 0)));
          }
          assertEquals("later", last(FaceAlbum.read(folder).images()));
        }
      }
    }
    assertTrue(opened > 400, opened + " were opened");
  }

  // With nothing or zeros in place of the rest: file systems leave both.
  private List<byte[]> cuts(byte[] good, int length) {
    byte[] cut = Arrays.copyOf(good, length);
    if (length < snapshot) return List.of(cut);
    return List.of(cut, Arrays.copyOf(cut, good.length + 100));
  }

  @Test
  void nonsense_with_a_right_checksum_is_refused_or_is_a_value() throws IOException {
    byte[] good = Files.readAllBytes(file);
    int[] nonsense = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0x7fc00000, 0x10000000};
    int refused = 0;
    for (int start = HEAD; start < good.length; ) {
      int length = ByteBuffer.wrap(good).getInt(start);
      for (int at = start + HEAD; at + 4 <= start + HEAD + length; at++) {
        byte[] bad = good.clone();
        ByteBuffer.wrap(bad).putInt(at, nonsense[at % nonsense.length]);
        refused += isRefused(checksummed(bad, start, length)) ? 1 : 0;
      }
      start += HEAD + length;
    }
    assertTrue(refused > 150, refused + " were refused");
  }

  @Test
  void random_records_with_a_right_checksum_are_refused() throws IOException {
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(3);
    for (int round = 0; round < 100; round++) {
      byte[] bad = Arrays.copyOf(good, snapshot + HEAD + 60 + random.nextInt(300));
      for (int i = snapshot + HEAD; i < bad.length; i++) bad[i] = (byte) random.nextInt();
      int length = bad.length - snapshot - HEAD;
      ByteBuffer.wrap(bad).putInt(snapshot, length);
      assertTrue(isRefused(checksummed(bad, snapshot, length)));
    }
  }

  // As a new file: some file systems wait for the disk where an old one is written over.
  private void put(byte[] content) throws IOException {
    Files.delete(file);
    Files.write(file, content);
  }

  private static byte[] checksummed(byte[] bytes, int start, int length) {
    ByteBuffer.wrap(bytes).putInt(start + 4, checksum(bytes, start + HEAD, length));
    ByteBuffer.wrap(bytes).putInt(start + 8, checksum(bytes, start, 8));
    return bytes;
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, from, length);
    return (int) checksum.getValue();
  }

  private boolean isRefused(byte[] bad) throws IOException {
    put(bad);
    try {
      FaceAlbum.read(folder).suggestions(0, 10);
      return false;
    } catch (AlbumException refusal) {
      assertTrue(refusal.getMessage().contains("is damaged"), refusal.getMessage());
      return true;
    }
  }

  private void assertAnyOf(List<List<AlbumPerson>> allowed, boolean orRefused) throws IOException {
    try {
      assertTrue(allowed.contains(FaceAlbum.read(folder).people()));
    } catch (AlbumException refusal) {
      assertTrue(orRefused, refusal.getMessage());
    }
  }

  private void assertRefused(String why) {
    for (boolean reading : new boolean[] {true, false}) {
      String message =
          assertThrows(
                  AlbumException.class,
                  () -> (reading ? FaceAlbum.read(folder) : FaceAlbum.open(folder)).close())
              .getMessage();
      assertTrue(message.contains(why), message);
    }
  }

  private static String last(List<String> of) {
    return of.get(of.size() - 1);
  }
}
