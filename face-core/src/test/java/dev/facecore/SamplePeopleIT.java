package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.StageTimes.Stage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SamplePeopleIT {
  private static FaceExtractor extractor;

  @BeforeAll
  static void open() {
    extractor = FaceExtractor.create();
  }

  @AfterAll
  static void close() {
    extractor.close();
  }

  @Test
  void two_photographs_of_one_person_give_one_person() {
    Extraction result = extract("obama.jpg", "obama2.jpg");
    assertEquals(2, result.faces().size());
    assertEquals(1, result.people().size());
    List<Sighting> sightings = result.people().get(0).sightings();
    assertEquals(List.of(0, 1), sightings.stream().map(Sighting::imageIndex).toList());
    assertEquals(1, sightings.get(0).similarity(), 1e-6);
    assertTrue(sightings.get(1).similarity() >= 0.4, () -> "" + sightings.get(1).similarity());
  }

  @Test
  void with_a_photograph_of_another_they_give_two_by_first_appearance() {
    Extraction result = extract("obama.jpg", "biden.jpg", "obama2.jpg");
    assertEquals(3, result.faces().size());
    assertEquals(2, result.people().size());
    assertEquals(List.of(0, 1), firstImages(result));
    assertEquals(List.of(2, 1), sightings(result));
  }

  @Test
  void all_samples_are_three_people_and_a_cup() {
    Extraction result = extract(SamplePhotos.ALL.toArray(String[]::new));
    assertEquals(4, result.faces().size());
    assertEquals(List.of(1, 1, 2), sightings(result));
    assertEquals(List.of(0, 1, 3), firstImages(result));
    assertEquals(0, result.images().get(2).faces().size());
    assertEquals(List.of(), result.failures());
    assertEquals(0.4, result.threshold());
  }

  @Test
  void every_stage_is_timed() {
    StageTimes times = extract("obama.jpg").times();
    for (Stage stage : Stage.values()) {
      assertTrue(times.of(stage).toNanos() > 0, () -> stage + ": " + times);
    }
  }

  @Test
  void faces_smaller_than_asked_for_are_dropped() {
    ExtractionOptions options = ExtractionOptions.DEFAULTS.withMinFaceSize(100);
    List<ImageSource> images = SamplePhotos.sources(List.of("astronaut.png", "obama.jpg"));
    Extraction result = extractor.extract(images, options);
    assertEquals(
        List.of(0, 1), result.images().stream().map(image -> image.faces().size()).toList());
  }

  private static Extraction extract(String... names) {
    return extractor.extract(SamplePhotos.sources(List.of(names)));
  }

  private static List<Integer> firstImages(Extraction result) {
    return result.people().stream().map(person -> person.sightings().get(0).imageIndex()).toList();
  }

  private static List<Integer> sightings(Extraction result) {
    return result.people().stream().map(person -> person.sightings().size()).toList();
  }
}
