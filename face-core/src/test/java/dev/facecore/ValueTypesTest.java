package dev.facecore;

import static dev.facecore.internal.dedup.TestFaces.face;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.facecore.stage.AlignedFace;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.PoorPairs;
import dev.facecore.stage.Readability;
import dev.facecore.stage.ThresholdTable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Values are equal by content, say nothing of a face in a log, and refuse nulls by their place. */
class ValueTypesTest {
  @Test
  void pictures_of_faces_are_equal_by_their_bytes_and_never_print_them() {
    Headshot headshot = Headshot.ofJpeg(new byte[] {77, 78});
    assertEquals(headshot, Headshot.ofJpeg(new byte[] {77, 78}));
    assertEquals(headshot.hashCode(), Headshot.ofJpeg(new byte[] {77, 78}).hashCode());
    assertNotEquals(headshot, Headshot.ofJpeg(new byte[] {77, 79}));
    assertEquals("Headshot[2 bytes]", headshot.toString());

    byte[] pixels = new byte[AlignedFace.SIZE * AlignedFace.SIZE * 3];
    AlignedFace aligned = AlignedFace.ofBgr(pixels);
    assertEquals(aligned, AlignedFace.ofBgr(pixels));
    assertEquals(aligned.hashCode(), AlignedFace.ofBgr(pixels).hashCode());
    pixels[5] = 1;
    assertNotEquals(aligned, AlignedFace.ofBgr(pixels));
    assertEquals("AlignedFace[112x112]", aligned.toString());
  }

  @Test
  void faces_are_equal_by_content() {
    Face one = face(0, 1, 2);
    Face read =
        new Face(
            0,
            one.box(),
            one.landmarks(),
            one.confidence(),
            one.quality(),
            Embedding.restored("test", one.embedding().values(), one.embedding().rawLength()),
            Headshot.ofJpeg(one.headshot().jpeg()));
    assertEquals(one, read);
    assertEquals(one.hashCode(), read.hashCode());
  }

  @Test
  void a_null_in_a_list_is_refused_by_name_and_place() {
    Face face = face(0, 1, 2);
    FaceAlbum album = FaceAlbum.of(0.4, false, Readability.NOT_MEASURED);
    Map<String, Executable> refused = new LinkedHashMap<>();
    for (DedupMode mode : DedupMode.values()) {
      FaceDeduplicator groups = FaceDeduplicator.of(mode, 0.4, false);
      refused.put("faces[1]", () -> groups.group(Arrays.asList(face, null)));
      assertNames(refused);
    }
    refused.put("faces[2]", () -> album.put("a", Arrays.asList(face, face, null)));
    refused.put("faces", () -> album.put("a", null));
    refused.put("key", () -> album.put(null, List.of(face)));
    refused.put("jpeg", () -> Headshot.ofJpeg(null));
    refused.put("bgr", () -> AlignedFace.ofBgr(null));
    refused.put(
        "sightings[0]", () -> new Person(UUID.randomUUID(), face, Arrays.asList((Sighting) null)));
    refused.put("sightings", () -> new Person(UUID.randomUUID(), face, null));
    refused.put(
        "rows[0]", () -> new ThresholdTable("m", "p", Arrays.asList((ThresholdTable.Row) null)));
    refused.put("bands[0]", () -> new PoorPairs(Arrays.asList((PoorPairs.Band) null)));
    assertNames(refused);
    assertEquals(List.of(), album.images());
    assertEquals(List.of(), album.people());
  }

  private static void assertNames(Map<String, Executable> refused) {
    refused.forEach(
        (name, call) ->
            assertEquals(
                name + " must not be null",
                assertThrows(NullPointerException.class, call).getMessage()));
  }
}
