package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameBytesSameFacesIT {
  private static final Map<String, List<Face>> ALONE = new HashMap<>();

  @BeforeAll
  static void one_after_the_other() {
    try (FaceExtractor extractor = FaceExtractor.builder().threads(1).build()) {
      for (String name : SamplePhotos.ALL) {
        ALONE.put(name, extractor.analyze(SamplePhotos.source(name)).faces());
      }
    }
    assertEquals(4, ALONE.values().stream().mapToInt(List::size).sum());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void in_any_order_for_any_number_of_threads(int threads) {
    List<String> names = new ArrayList<>(SamplePhotos.ALL);
    names.addAll(SamplePhotos.ALL);
    Collections.shuffle(names, new Random(threads));
    try (FaceExtractor extractor = FaceExtractor.builder().threads(threads).build()) {
      List<ImageAnalysis> images = extractor.extract(SamplePhotos.sources(names)).images();
      assertEquals(names.size(), images.size());
      int checked = 0;
      for (int i = 0; i < names.size(); i++) {
        assertEquals(i, images.get(i).index());
        checked += assertSame(names.get(i), i, images.get(i).faces());
      }
      assertEquals(8, checked);
    }
  }

  @Test
  void from_memory_as_from_a_file() {
    try (FaceExtractor extractor = FaceExtractor.create()) {
      byte[] encoded = SamplePhotos.bytes("astronaut.png");
      List<Face> faces = extractor.analyze(ImageSource.bytes("x.jpg", encoded)).faces();
      assertEquals(1, assertSame("astronaut.png", 0, faces));
    }
  }

  private static int assertSame(String name, int index, List<Face> faces) {
    List<Face> expected = ALONE.get(name);
    assertEquals(expected.size(), faces.size(), name);
    for (int i = 0; i < faces.size(); i++) {
      Face one = expected.get(i);
      Face other = faces.get(i);
      assertEquals(index, other.imageIndex());
      assertEquals(one.box(), other.box());
      assertEquals(one.landmarks(), other.landmarks());
      assertEquals(one.confidence(), other.confidence());
      assertEquals(one.quality(), other.quality());
      assertArrayEquals(one.embedding().values(), other.embedding().values());
      assertArrayEquals(one.headshot().jpeg(), other.headshot().jpeg());
    }
    return faces.size();
  }
}
