package dev.facecore.internal.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.BytePicture;
import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.Embedding;
import dev.facecore.model.FaceModels;
import dev.facecore.stage.AlignedFace;
import dev.facecore.stage.FaceEmbedder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArcFaceEmbedderIT {
  private static FaceEmbedder embedder;

  @BeforeAll
  static void open() {
    embedder = FaceModels.bundled().embedder("ArcFace");
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  @Test
  void gives_a_unit_vector_of_512_values() {
    Embedding embedding = embedder.embed(noise(1), Deadline.unlimited());
    assertEquals("ArcFace", embedder.name());
    assertEquals(embedder.model(), embedding.model());
    assertEquals(512, embedding.size());
    assertEquals(1, embedding.similarity(embedding), 1e-6);
    assertTrue(embedding.rawLength() > 0.1);
  }

  @Test
  void nothing_of_one_face_is_left_in_the_next() {
    Embedding first = embedder.embed(noise(1), Deadline.unlimited());
    Embedding other = embedder.embed(noise(2), Deadline.unlimited());
    assertTrue(first.similarity(other) < 0.9999);
    assertEquals(first, embedder.embed(noise(1), Deadline.unlimited()));
  }

  @Test
  void quality_is_the_rank_of_the_raw_length() {
    assertEquals(0.05, quality(2.96f), 1e-6);
    assertEquals(0.5, quality(3.65f), 1e-6);
    assertEquals(0.95, quality(4.35f), 1e-6);
    double before = 0;
    for (float length = 0.1f; length < 8; length += 0.1f) {
      assertTrue(quality(length) > before, "at length " + length);
      before = quality(length);
    }
  }

  @Test
  void a_deadline_that_is_over_stops_it() {
    Deadline over = Deadline.unlimited();
    over.cancel();
    assertThrows(DeadlineException.class, () -> embedder.embed(noise(1), over));
  }

  @Test
  void after_closing_twice_it_refuses() {
    FaceEmbedder closed = FaceModels.bundled().embedder("ArcFace");
    closed.close();
    closed.close();
    assertThrows(IllegalStateException.class, () -> closed.embed(noise(1), Deadline.unlimited()));
    assertEquals(closed.model(), closed.thresholds().model());
    assertEquals("ArcFace", closed.thresholds().modelName());
  }

  private static double quality(float rawLength) {
    return embedder.quality(Embedding.of("ArcFace", rawLength, 0));
  }

  private static AlignedFace noise(long seed) {
    return AlignedFace.ofBgr(BytePicture.noise(AlignedFace.SIZE, AlignedFace.SIZE, seed).bgr());
  }
}
