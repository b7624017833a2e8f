package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.AlbumChange.Kind;
import dev.facecore.internal.dedup.TestFaces;
import dev.facecore.stage.Readability;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FaceAlbumTest {
  private final FaceAlbum album = FaceAlbum.of(0.8, false, Readability.NOT_MEASURED);
  private final List<AlbumChange> changes = new ArrayList<>();

  @Test
  void a_person_keeps_its_id_and_name_when_faces_come_and_go() {
    put("a", 0);
    put("b", 10);
    UUID id = only().id();
    album.name(id, "Ada");
    put("c", 5);
    album.remove("a");

    assertEquals(new AlbumPerson(id, "Ada", List.of(ref("b"), ref("c"))), only());
    assertTrue(album.remove("b") && album.remove("c"));
    assertFalse(album.remove("c"));
    assertEquals(List.of(), album.people());
  }

  @Test
  void same_and_different_hold_whatever_comes_and_are_told() {
    put("a", 0);
    put("b", 90);
    UUID first = album.people().get(0).id();
    UUID second = album.people().get(1).id();
    album.name(second, "Bea");
    album.onChange(changes::add);

    album.same(ref("a"), ref("b"));

    // As many faces each: the named one stays.
    assertEquals(second, only().id());
    assertEquals(List.of(new AlbumChange(Kind.MERGED, second, List.of(first))), changes);
    album.withdraw(ref("a"), ref("b"));
    assertEquals(2, album.people().size());
    put("c", 1);
    put("d", 2);
    assertEquals(2, album.people().size());
    album.different(ref("a"), ref("d"));
    assertEquals(3, album.people().size());
    assertEquals(Kind.SPLIT, changes.get(changes.size() - 1 - faceChanges()).kind());
  }

  @Test
  void contradictions_are_refused_with_both_named_and_change_nothing() {
    put("a", 0);
    put("b", 90);
    put("c", 180);
    album.same(ref("a"), ref("b"));
    album.same(ref("b"), ref("c"));
    List<AlbumPerson> before = album.people();

    String message =
        assertThrows(IllegalArgumentException.class, () -> album.different(ref("a"), ref("c")))
            .getMessage();

    assertTrue(message.contains("face 0 of a") && message.contains("face 0 of c"), message);
    assertEquals(before, album.people());
    album.withdraw(ref("b"), ref("c"));
    album.different(ref("a"), ref("c"));
    message =
        assertThrows(IllegalArgumentException.class, () -> album.same(ref("c"), ref("b")))
            .getMessage();
    assertTrue(message.contains("face 0 of c and face 0 of a were said"), message);
  }

  @Test
  void suggestions_are_most_likely_first_and_never_again_once_dismissed() {
    put("a", 0);
    put("b", 40);
    put("c", 90);

    List<AlbumSuggestion> found = album.suggestions(0.5, 10);

    assertEquals(2, found.size());
    assertEquals(ref("a"), found.get(0).face());
    assertEquals(ref("b"), found.get(0).other());
    album.different(found.get(0).face(), found.get(0).other());
    assertEquals(1, album.suggestions(0.5, 10).size());
    assertEquals(1, album.suggestions(0, 1).size());
  }

  @Test
  void refuses_what_is_not_there_or_cannot_be_compared() {
    put("a", 0);

    assertThrows(IllegalArgumentException.class, () -> put("a", 0));
    assertThrows(IllegalArgumentException.class, () -> album.same(ref("a"), ref("x")));
    assertThrows(IllegalArgumentException.class, () -> album.same(ref("a"), ref("a")));
    assertThrows(IllegalArgumentException.class, () -> album.name(UUID.randomUUID(), "x"));
    assertThrows(
        IllegalArgumentException.class, () -> album.put("b", List.of(TestFaces.face(0, 1, 2, 3))));
    assertNull(album.face(ref("a")).headshot());
    assertEquals(1, album.people().size());
  }

  private int faceChanges() {
    int last = 0;
    while (changes.get(changes.size() - 1 - last).kind() == Kind.FACES) last++;
    return last;
  }

  private AlbumPerson only() {
    assertEquals(1, album.people().size());
    return album.people().get(0);
  }

  private void put(String key, double degrees) {
    double angle = Math.toRadians(degrees);
    album.put(key, List.of(TestFaces.face(0, (float) Math.cos(angle), (float) Math.sin(angle))));
  }

  private static FaceRef ref(String key) {
    return new FaceRef(key, 0);
  }
}
