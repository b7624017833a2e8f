package dev.facecore.internal.album;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Face;
import dev.facecore.FaceRef;
import dev.facecore.internal.dedup.TestFaces;
import dev.facecore.stage.Readability;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is saved of groups; that it says the same is for {@link LiveGroupsLawTest}. */
class SavedGroupsTest {
  private final Map<FaceRef, Face> faces = new TreeMap<>();
  private final LiveGroups live = new LiveGroups(0.4, false, Readability.NOT_MEASURED);

  SavedGroupsTest() {
    List<Face> crowd = TestFaces.crowd(5, 4, 8, 0.8, 1);
    for (Face face : crowd) faces.put(new FaceRef("p" + faces.size(), 0), face);
    live.add(faces);
  }

  @Test
  void damage_is_refused_or_harmless() throws IOException {
    byte[] saved = saved(live);
    int refused = 0;
    for (int length = 0; length < saved.length; length++) {
      byte[] cut = Arrays.copyOf(saved, length);
      assertThrows(IOException.class, () -> restored(faces, cut));
    }
    for (int at = 0; at < saved.length; at++) {
      byte[] changed = saved.clone();
      changed[at] ^= 0x40;
      try {
        assertEquals(faces.size(), restored(faces, changed).faces().size());
      } catch (IOException expected) {
        refused++;
      }
    }
    assertTrue(refused > saved.length / 2, refused + " of " + saved.length);
  }

  @Test
  void other_faces_are_refused() throws IOException {
    byte[] saved = saved(live);
    Map<FaceRef, Face> fewer = new TreeMap<>(faces);
    fewer.remove(new FaceRef("p0", 0));

    assertThrows(IOException.class, () -> restored(fewer, saved));
  }

  @Test
  void is_saved_the_same_again() throws IOException {
    byte[] saved = saved(live);

    assertEquals(saved.length, saved(restored(faces, saved)).length);
  }

  private static byte[] saved(LiveGroups groups) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    groups.save(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static LiveGroups restored(Map<FaceRef, Face> faces, byte[] saved) throws IOException {
    return LiveGroups.restore(
        0.4,
        false,
        Readability.NOT_MEASURED,
        faces,
        new Corrections(),
        new DataInputStream(new ByteArrayInputStream(saved)));
  }
}
