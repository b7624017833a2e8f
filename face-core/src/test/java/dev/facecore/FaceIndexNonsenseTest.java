package dev.facecore;

import static dev.facecore.internal.dedup.TestFaces.face;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checksum that was made anew proves nothing: every field is checked as well. */
class FaceIndexNonsenseTest {
  private static final int DIGEST = 32;

  @TempDir Path folder;

  @Test
  void an_int_of_nonsense_anywhere_is_refused_or_is_a_value() throws Exception {
    byte[] good = saved();
    int[] nonsense = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0x7fc00000, 0x10000000};
    int refused = 0;
    for (int at = 12; at + 4 <= good.length - DIGEST; at++) {
      for (int value : nonsense) {
        byte[] bad = good.clone();
        for (int i = 0; i < 4; i++) bad[at + i] = (byte) (value >>> 24 - 8 * i);
        refused += isRefused(bad) ? 1 : 0;
      }
    }
    assertTrue(refused > 300, refused + " were refused");
  }

  @Test
  void random_bytes_are_refused_as_damaged() throws Exception {
    Random random = new Random(3);
    byte[] good = saved();
    for (int round = 0; round < 300; round++) {
      byte[] bad = new byte[21 + random.nextInt(600) + DIGEST];
      random.nextBytes(bad);
      System.arraycopy(good, 0, bad, 0, 21);
      assertTrue(isRefused(bad));
    }
  }

  @Test
  void bytes_after_the_people_are_refused() throws Exception {
    byte[] good = saved();
    assertTrue(isRefused(Arrays.copyOf(good, good.length + 8)));
    assertEquals(2, load(good).size());
  }

  private byte[] saved() throws IOException {
    FaceIndex index = FaceIndex.of(0.4, false);
    index.add(face(0, 1, 2));
    index.add(face(1, 2, -1));
    index.save(folder.resolve("people"));
    return Files.readAllBytes(folder.resolve("people"));
  }

  private boolean isRefused(byte[] bad) throws Exception {
    try {
      load(bad);
      return false;
    } catch (IndexException refusal) {
      assertTrue(refusal.getMessage().contains("is damaged"), refusal.getMessage());
      return true;
    }
  }

  private FaceIndex load(byte[] content) throws Exception {
    int body = content.length - DIGEST;
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(content, 0, body);
    System.arraycopy(digest.digest(), 0, content, body, DIGEST);
    return FaceIndex.load(Files.write(folder.resolve("nonsense"), content));
  }
}
