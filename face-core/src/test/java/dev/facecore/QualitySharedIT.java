package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Quality knows beforehand which faces will not be recognised. */
class QualitySharedIT {
  private static final double THRESHOLD = 0.4;

  @Test
  void without_the_tenth_of_lowest_quality_at_most_35_percent_of_the_misses_are_left()
      throws IOException {
    LfwPeople lfw = LfwPeople.load();
    List<Face> faces = lfw.faces();
    double least =
        faces.stream().map(Face::quality).sorted().skip(faces.size() / 10).findFirst().get();
    int all = 0;
    int left = 0;
    for (int a = 0; a < faces.size(); a++) {
      for (int b = 0; b < a; b++) {
        if (!lfw.names().get(a).equals(lfw.names().get(b))) continue;
        if (faces.get(a).embedding().similarity(faces.get(b).embedding()) >= THRESHOLD) continue;
        all++;
        if (faces.get(a).quality() >= least && faces.get(b).quality() >= least) left++;
      }
    }
    assertTrue(all > 30, all + " misses");
    assertTrue(left <= 0.35 * all, left + " of " + all + " misses are left");
  }
}
