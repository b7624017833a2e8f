package dev.facecore.gallery;

import static dev.facecore.gallery.TestFaces.MODEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Embedding;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every gallery promises; each test has a store of its own that is empty. */
public abstract class GalleryContract {
  private static final String OTHER_MODEL = "Other@00000002";

  private final TestFaces made = new TestFaces();
  private Gallery gallery;

  /** Opens the store of this test; again and again, if asked. */
  protected abstract Gallery open(String model);

  @BeforeEach
  void open() {
    gallery = open(MODEL);
  }

  @AfterEach
  void close() {
    if (gallery != null) gallery.close();
  }

  @Test
  void an_empty_gallery_knows_nobody() {
    assertEquals(Optional.empty(), gallery.nearest(made.someone()));
    assertEquals(0, gallery.size());
    assertEquals(Map.of(), gallery.people());
    assertEquals(0, gallery.forget("Ada"));
    assertEquals(MODEL, gallery.model());
  }

  @Test
  void the_nearest_is_who_a_plain_comparison_finds() {
    PlainGallery plain = new PlainGallery();
    List<Embedding> probes = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      List<Embedding> faces = made.facesOfOne(1 + i % 4);
      assertEquals(faces.size(), gallery.enrol("person " + i, faces));
      plain.enrol("person " + i, faces);
      probes.add(made.another(faces.get(0)));
      probes.add(made.someone());
    }
    assertEquals(60, probes.size());
    for (Embedding probe : probes) {
      Match expected = plain.nearest(probe);
      Match found = gallery.nearest(probe).orElseThrow();
      assertEquals(expected.person(), found.person());
      assertEquals(expected.similarity(), found.similarity(), 1e-6);
    }
  }

  @Test
  void a_face_is_kept_once() {
    List<Embedding> faces = made.facesOfOne(3);
    assertEquals(2, gallery.enrol("Ada", faces.subList(0, 2)));
    assertEquals(1, gallery.enrol("Ada", faces));
    assertEquals(0, gallery.enrol("Ada", faces));
    assertEquals(3, gallery.size());
    assertEquals(1, gallery.nearest(faces.get(1)).orElseThrow().similarity(), 1e-6);
  }

  @Test
  void who_is_forgotten_is_gone_and_nobody_else() {
    List<Embedding> ada = made.facesOfOne(3);
    List<Embedding> grace = made.facesOfOne(2);
    gallery.enrol("Ada", ada);
    gallery.enrol("Grace", grace);
    assertEquals(3, gallery.forget("Ada"));
    assertEquals(Map.of("Grace", 2), gallery.people());
    assertEquals("Grace", gallery.nearest(ada.get(0)).orElseThrow().person());
    assertEquals(0, gallery.forget("Ada"));
    assertEquals(2, gallery.forget("Grace"));
    assertEquals(Optional.empty(), gallery.nearest(ada.get(0)));
    assertEquals(0, gallery.size());
  }

  @Test
  void what_one_program_enrols_another_sees() {
    List<Embedding> ada = made.facesOfOne(2);
    try (Gallery second = open(MODEL)) {
      gallery.enrol("Ada", ada);
      assertEquals("Ada", second.nearest(ada.get(1)).orElseThrow().person());
      second.enrol("Grace", made.facesOfOne(1));
      assertEquals(Map.of("Ada", 2, "Grace", 1), gallery.people());
      gallery.forget("Grace");
      assertEquals(2, second.size());
    }
    gallery.close();
    gallery = open(MODEL);
    assertEquals(Map.of("Ada", 2), gallery.people());
    assertEquals("Ada", gallery.nearest(ada.get(0)).orElseThrow().person());
  }

  @Test
  void embeddings_of_another_model_are_refused_by_name() {
    Embedding foreign = Embedding.of(OTHER_MODEL, made.someone().values());
    List<GalleryException> refusals =
        List.of(
            assertThrows(GalleryException.class, () -> open(OTHER_MODEL)),
            assertThrows(GalleryException.class, () -> gallery.nearest(foreign)),
            assertThrows(
                GalleryException.class,
                () -> gallery.enrol("Ada", List.of(made.someone(), foreign))));
    for (GalleryException refusal : refusals) {
      assertTrue(refusal.getMessage().contains(MODEL), refusal.getMessage());
      assertTrue(refusal.getMessage().contains(OTHER_MODEL), refusal.getMessage());
    }
    assertEquals(0, gallery.size(), "all faces of a call or none");
  }

  @Test
  void names_are_taken_as_they_are() {
    List<String> names = List.of("O'Brien\"; DROP TABLE enrolled_face", "李 Ünal\n2", "ada", "Ada");
    for (String name : names) gallery.enrol(name, made.facesOfOne(1));
    assertEquals(names.stream().sorted().toList(), List.copyOf(gallery.people().keySet()));
    for (String name : names) assertEquals(1, gallery.forget(name), name);
    List<Embedding> faces = made.facesOfOne(1);
    for (String wrong : List.of("", " \t", "x".repeat(201))) {
      assertThrows(IllegalArgumentException.class, () -> gallery.enrol(wrong, faces));
    }
    assertThrows(IllegalArgumentException.class, () -> gallery.enrol("Ada", List.of()));
    assertEquals(0, gallery.size());
  }

  @Test
  void one_name_in_two_unicode_forms_is_one_person() {
    String composed = "Zo\u00eb \u00c5ngstr\u00f6m";
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
    assertNotEquals(composed, decomposed);
    List<Embedding> faces = made.facesOfOne(2);
    assertEquals(1, gallery.enrol(decomposed, faces.subList(0, 1)));
    assertEquals(1, gallery.enrol(composed, faces));
    assertEquals(Map.of(composed, 2), gallery.people());
    assertEquals(composed, gallery.nearest(faces.get(0)).orElseThrow().person());
    assertEquals(2, gallery.forget(decomposed));
    assertEquals(0, gallery.size());
  }

  @Test
  void embeddings_of_another_length_are_refused_by_their_length() {
    Embedding shorter = Embedding.of(MODEL, 3, 4);
    Embedding whole = made.someone();
    List<GalleryException> refusals = new ArrayList<>();
    refusals.add(
        assertThrows(GalleryException.class, () -> gallery.enrol("Ada", List.of(whole, shorter))));
    assertEquals(0, gallery.size(), "all faces of a call or none");
    gallery.enrol("Ada", List.of(whole));
    refusals.add(assertThrows(GalleryException.class, () -> gallery.nearest(shorter)));
    refusals.add(
        assertThrows(GalleryException.class, () -> gallery.enrol("Bob", List.of(shorter))));
    for (GalleryException refusal : refusals) {
      String words =
          "embeddings of " + whole.size() + " values, which cannot be compared with one of 2;";
      assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }
    assertEquals(1, gallery.size());
  }

  @Test
  void threads_may_enrol_at_once() throws Exception {
    int people = 8;
    List<List<Embedding>> faces = new ArrayList<>();
    for (int i = 0; i < people; i++) faces.add(made.facesOfOne(2));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> enrolments = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        String name = "person " + i;
        List<Embedding> hers = faces.get(i);
        enrolments.add(threads.submit(() -> gallery.enrol(name, hers)));
      }
      for (Future<Integer> enrolment : enrolments) assertEquals(2, enrolment.get());
    } finally {
      threads.shutdownNow();
    }
    assertEquals(people, gallery.people().size());
    assertEquals(2 * people, gallery.size());
  }
}
