package dev.facecore.internal.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.facecore.internal.detect.Priors.Prior;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorsTest {
  @ParameterizedTest
  @CsvSource({
    "32, 32, 42",
    "640, 640, 16800",
    "320, 608, 7980",
    "96, 32, 126",
    "640, 448, 11760",
    "32, 640, 840"
  })
  void found_by_index_as_in_the_list_of_all(int width, int height, int count) {
    List<Prior> all = obviousList(width, height);
    Priors priors = new Priors(width, height);
    assertEquals(count, all.size());
    assertEquals(count, priors.count());
    for (int i = 0; i < count; i++) assertEquals(all.get(i), priors.at(i), "prior " + i);
  }

  /** The nested loops of the network's training code. */
  static List<Prior> obviousList(int width, int height) {
    int[] strides = {8, 16, 32};
    int[][] sizes = {{16, 32}, {64, 128}, {256, 512}};
    List<Prior> all = new ArrayList<>();
    for (int level = 0; level < 3; level++) {
      int stride = strides[level];
      for (int row = 0; row < height / stride; row++) {
        for (int column = 0; column < width / stride; column++) {
          for (int size : sizes[level]) {
            all.add(new Prior((column + 0.5) * stride, (row + 0.5) * stride, size));
          }
        }
      }
    }
    return all;
  }
}
