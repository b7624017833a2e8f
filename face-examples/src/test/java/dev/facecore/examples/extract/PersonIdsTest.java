package dev.facecore.examples.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Box;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceLandmarks;
import dev.facecore.Headshot;
import dev.facecore.Point;
import dev.facecore.examples.corrections.FacePlace;
import dev.facecore.examples.corrections.PlacedFaces;
import dev.facecore.examples.extract.EarlierPeople.Known;
import dev.facecore.examples.extract.PersonIds.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which person is which one of the run before. Face n is in image n. */
class PersonIdsTest {
  private static final Point POINT = new Point(1, 1);

  private final List<Known> known = new ArrayList<>();
  private final PlacedFaces before = new PlacedFaces();

  private UUID earlier(String name, int... faces) {
    UUID id = UUID.randomUUID();
    for (int face : faces) before.add(new FacePlace("image " + face, box(0)), known.size());
    known.add(new Known(id, name));
    return id;
  }

  // Boxes are written rounded, and another version finds them a little elsewhere.
  private static Box box(int shift) {
    return new Box(10 + shift, 10, 30, 30);
  }

  private PersonIds now(List<List<Integer>> groups) {
    List<Face> faces = new ArrayList<>();
    List<String> images = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      images.add("image " + i);
      faces.add(
          new Face(
              i,
              box(3),
              new FaceLandmarks(POINT, POINT, POINT, POINT, POINT),
              1,
              1,
              Embedding.of("test", 1, 0),
              Headshot.ofJpeg(new byte[0])));
    }
    AlbumFaces all = new AlbumFaces(images, Map.of(), faces);
    return PersonIds.of(groups, all, new EarlierPeople(known, before));
  }

  @Test
  void a_person_is_the_one_that_most_of_its_faces_were() {
    UUID one = earlier("One", 0, 1, 2);
    UUID two = earlier(null, 3, 4);
    PersonIds ids = now(List.of(List.of(3, 5, 4), List.of(0, 1), List.of(6)));
    assertEquals(List.of(two, one), List.of(ids.id(0), ids.id(1)));
    assertNull(ids.name(0));
    assertEquals("One", ids.name(1));
    assertEquals(new Changes(2, 1, 0, 0, 0), ids.changes());
  }

  @Test
  void on_a_tie_the_named_one_counts_then_the_older_one() {
    earlier(null, 0, 1);
    UUID named = earlier("Named", 2, 3);
    UUID older = earlier(null, 4);
    earlier(null, 5);
    PersonIds ids = now(List.of(List.of(0, 1, 2, 3), List.of(5, 4)));
    assertEquals(List.of(named, older), List.of(ids.id(0), ids.id(1)));
    assertEquals(new Changes(2, 0, 2, 0, 0), ids.changes());
  }

  @Test
  void one_who_is_split_stays_where_most_of_the_faces_are() {
    UUID one = earlier("One", 0, 1, 2);
    PersonIds ids = now(List.of(List.of(0), List.of(1, 2), List.of(7)));
    assertEquals(one, ids.id(1));
    assertNotEquals(one, ids.id(0));
    assertNull(ids.name(0));
    assertEquals(new Changes(1, 1, 0, 1, 0), ids.changes());
  }

  @Test
  void a_name_is_not_lost_where_its_person_goes_into_one_without() {
    UUID many = earlier(null, 0, 1, 2);
    earlier("Name", 3);
    PersonIds ids = now(List.of(List.of(0, 1, 2, 3)));
    assertEquals(many, ids.id(0));
    assertEquals("Name", ids.name(0));
    assertEquals(new Changes(1, 0, 1, 0, 0), ids.changes());
  }

  @Test
  void a_name_stays_with_its_person_where_only_a_part_goes_elsewhere() {
    earlier(null, 0, 1, 2, 3, 4, 5);
    UUID name = earlier("Name", 6, 7, 8, 9);
    PersonIds ids = now(List.of(List.of(0, 1, 2, 3, 4, 5, 6, 7), List.of(8, 9)));
    assertNull(ids.name(0));
    assertEquals(name, ids.id(1));
    assertEquals("Name", ids.name(1));
  }

  @Test
  void whose_images_are_gone_is_told() {
    earlier("One", 0);
    earlier(null, 20, 21);
    assertEquals(new Changes(1, 0, 0, 0, 1), now(List.of(List.of(0))).changes());
    assertTrue(now(List.of(List.of(0))).hasEarlier());
  }

  @Test
  void a_name_that_was_given_counts_before_one_that_was_kept() {
    earlier("Anna", 0, 1);
    earlier("Bea", 2);
    earlier("Cleo", 3);
    PersonIds ids = now(List.of(List.of(0, 1), List.of(2), List.of(3), List.of(4)));
    int[] personOf = {0, 0, 1, 2, 3};
    Map<Integer, String> given = new java.util.LinkedHashMap<>();
    given.put(4, "Anna");
    given.put(2, null);
    PersonNames names = new PersonNames(4, personOf, ids, given);
    assertNull(names.of(0), "the name is another's now");
    assertNull(names.of(1), "the name was taken away");
    assertEquals("Cleo", names.of(2));
    assertEquals("Anna", names.of(3));
    assertEquals(List.of(), names.conflicts());
    PersonNames two = new PersonNames(4, personOf, ids, Map.of(3, "X"));
    assertEquals("X", two.of(2));
    given.put(0, "Dora");
    given.put(1, "Emma");
    PersonNames conflict = new PersonNames(4, personOf, ids, given);
    assertEquals("Emma", conflict.of(0));
    assertEquals(
        List.of("Person 0 has faces named 'Dora' and 'Emma'; the last is used."),
        conflict.conflicts());
  }
}
