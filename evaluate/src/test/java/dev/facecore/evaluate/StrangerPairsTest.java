package dev.facecore.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.facecore.Box;
import dev.facecore.DedupMode;
import dev.facecore.Face;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.Readability;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrangerPairsTest {
  private static final Box BOX = new Box(0, 0, 10, 10);
  private static final LengthBands BANDS = new LengthBands(2, 3);
  private static final Readability RULE = new Readability(2, 3, 0.6);

  // Raw lengths 1, 1.5, 2.5 and 4, all in one direction: every pair has the cosine 1.
  private static final AlbumFaces ALBUM =
      new AlbumFaces(
          List.of(Path.of("a/1.jpg"), Path.of("a/2.jpg"), Path.of("b/1.jpg"), Path.of("c.jpg")),
          List.of(face(0, 1), face(1, 1.5f), face(2, 2.5f), face(3, 4)),
          List.of(0, 1, 2, 3));

  private static Face face(int image, float length) {
    return MadeUpFaces.face(BOX, 0.5, 0, length).withImageIndex(image);
  }

  @Test
  void pairs_of_different_owners_are_counted_by_the_length_that_is_asked_for() {
    StrangerPairs worse = StrangerPairs.of(ALBUM, BANDS, StrangerPairs.Which.WORSE, RULE);
    StrangerPairs better = StrangerPairs.of(ALBUM, BANDS, StrangerPairs.Which.BETTER, RULE);
    assertEquals(List.of(4L, 1L, 0L), pairs(worse), "two of the six are of one owner or clear");
    assertEquals(List.of(0L, 2L, 3L), pairs(better));
    assertEquals(4, worse.falseMatches(0, 100));
  }

  private static List<Long> pairs(StrangerPairs counts) {
    return List.of(counts.pairs(0), counts.pairs(1), counts.pairs(2));
  }

  @Test
  void the_rule_lowers_pairs_of_which_neither_is_readable() {
    StrangerPairs better = StrangerPairs.of(ALBUM, BANDS, StrangerPairs.Which.BETTER, RULE);
    assertEquals(2, better.falseMatches(1, 71));
    assertEquals(2, better.falseMatchesByRule(1, 69), "1 - 0.6 * 1 * 0.5");
    assertEquals(0, better.falseMatchesByRule(1, 71));
    assertEquals(3, better.falseMatchesByRule(2, 100));
  }

  @Test
  void the_catalogue_gets_rows_that_rest_on_enough_matches() {
    StrangerPairs better = StrangerPairs.of(ALBUM, BANDS, StrangerPairs.Which.BETTER, RULE);
    assertEquals(
        "\\\n  ", PoorPairRows.print(BANDS, better, 2), "both pairs match at any similarity");
    assertEquals("\\\n  ", PoorPairRows.print(BANDS, better, 3));
  }

  @Test
  void bands_ascend_and_begin_at_their_border() {
    assertEquals(List.of(0, 1, 2), List.of(BANDS.of(1.99), BANDS.of(2), BANDS.of(3)));
    assertEquals("below 2.00", BANDS.name(0));
    assertEquals("3.00 and more", BANDS.name(2));
    assertThrows(IllegalArgumentException.class, () -> new LengthBands(2, 2));
  }

  @Test
  void joins_are_pairs_of_a_kind_in_different_pictures_of_one_person() {
    GroupedAlbum plain = GroupedAlbum.of(ALBUM, FaceDeduplicator.of(DedupMode.CLUSTER, 0.4, false));
    assertEquals(3, plain.joins(face -> face.embedding().rawLength() < 3));
    assertEquals(1.0 / 6, plain.score().precision(), 1e-9);
    assertEquals(1, plain.seenMostOften(20).size());
  }
}
