package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.facecore.internal.dedup.TestFaces;
import dev.facecore.stage.Readability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An image that is searched again keeps what a user said of the faces that are found again. */
class FaceAlbumReplaceTest {
  private final FaceAlbum album = FaceAlbum.of(0.8, false, Readability.NOT_MEASURED);
  private final List<AlbumChange> changes = new ArrayList<>();
  private UUID ada;

  @BeforeEach
  void put() {
    album.put("a", List.of(face(0, 0), face(200, 180)));
    album.put("b", List.of(face(0, 90)));
    ada = album.people().get(0).id();
    album.name(ada, "Ada");
    album.onChange(changes::add);
  }

  @Test
  void a_person_seen_only_there_keeps_id_and_name() {
    // Found again a little beside, and in another order.
    album.replace("a", List.of(face(203, 179), face(4, 2)));

    assertEquals(new AlbumPerson(ada, "Ada", List.of(ref("a", 1))), album.people().get(0));
    assertEquals(3, album.people().size());
    assertEquals(List.of(AlbumChange.Kind.FACES, AlbumChange.Kind.FACES), kinds());
  }

  @Test
  void equal_embeddings_are_one_face_wherever_they_are() {
    album.replace("a", List.of(face(0, 180), face(900, 0)));

    assertEquals(List.of(ref("a", 1)), album.people().get(0).faces());
    assertEquals("Ada", album.people().get(0).name());
  }

  @Test
  void corrections_follow_the_faces_and_go_with_those_that_are_not_found() {
    album.same(ref("a", 0), ref("b", 0));
    album.different(ref("a", 1), ref("b", 0));

    album.replace("a", List.of(face(500, 45), face(2, 1)));

    assertEquals(List.of(ref("a", 1), ref("b", 0)), album.people().get(0).faces());
    assertThrows(IllegalArgumentException.class, () -> album.different(ref("a", 1), ref("b", 0)));
    // Nothing is said of the face that is new.
    album.same(ref("a", 0), ref("b", 0));
    album.replace("a", List.of());
    assertEquals(new AlbumPerson(ada, "Ada", List.of(ref("b", 0))), album.people().get(0));
  }

  @Test
  void a_dismissed_suggestion_stays_dismissed() {
    album.put("c", List.of(face(0, 40)));
    AlbumSuggestion found = album.suggestions(0.7, 1).get(0);
    album.different(found.face(), found.other());
    int others = album.suggestions(0.5, 10).size();

    album.replace("c", List.of(face(1, 40.5)));
    album.replace("a", List.of(face(1, 0.5), face(200, 180)));

    assertEquals(others, album.suggestions(0.5, 10).size());
    assertEquals(List.of(), album.suggestions(0.7, 10));
  }

  @Test
  void the_same_faces_again_change_nothing() {
    List<AlbumPerson> before = album.people();
    album.replace("a", List.of(face(0, 0), face(200, 180)));
    assertEquals(before, album.people());
    assertEquals(List.of(), changes);
  }

  @Test
  void images_put_together_are_those_put_one_by_one() {
    Map<String, List<Face>> images = new LinkedHashMap<>();
    for (int i = 0; i < 5; i++) images.put("more " + i, List.of(face(0, 50 * i)));
    FaceAlbum other = FaceAlbum.of(0.8, false, Readability.NOT_MEASURED);
    other.put("a", List.of(face(0, 0), face(200, 180)));
    other.put("b", List.of(face(0, 90)));

    album.putAll(images);
    images.forEach(other::put);

    assertEquals(faces(other), faces(album));
    assertEquals(other.images(), album.images());
    Map<String, List<Face>> again = new LinkedHashMap<>();
    again.put("new", List.of());
    again.put("b", List.of());
    assertThrows(IllegalArgumentException.class, () -> album.putAll(again));
    assertEquals(other.images(), album.images());
  }

  @Test
  void a_name_is_not_given_twice_where_its_person_stays() {
    FaceAlbum split = FaceAlbum.of(0.8, false, Readability.NOT_MEASURED);
    for (int i = 0; i < 3; i++) split.put("x" + i, List.of(face(0, i)));
    for (int i = 0; i < 2; i++) split.put("y" + i, List.of(face(0, 90 + i)));
    split.name(split.people().get(0).id(), "Ada");
    split.different(ref("x0", 0), ref("x1", 0));
    split.same(ref("y0", 0), ref("x1", 0));

    assertEquals(1, split.people().stream().filter(person -> "Ada".equals(person.name())).count());
  }

  private List<AlbumChange.Kind> kinds() {
    return changes.stream().map(AlbumChange::kind).toList();
  }

  private static List<List<FaceRef>> faces(FaceAlbum of) {
    return of.people().stream()
        .map(AlbumPerson::faces)
        .sorted((a, b) -> a.get(0).compareTo(b.get(0)))
        .toList();
  }

  private static Face face(double x, double degrees) {
    double angle = Math.toRadians(degrees);
    Face face = TestFaces.face(0, (float) Math.cos(angle), (float) Math.sin(angle));
    return new Face(
        0,
        new Box(x, 0, 50, 50),
        face.landmarks(),
        face.confidence(),
        face.quality(),
        face.embedding(),
        null);
  }

  private static FaceRef ref(String key, int face) {
    return new FaceRef(key, face);
  }
}
