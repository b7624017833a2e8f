package dev.facecore.internal.looks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Box;
import dev.facecore.Deadline;
import dev.facecore.SamplePhotos;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.model.FaceModels;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.Picture;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Small turned faces, of which the first look has but a trace. */
class WeakPlacesIT {
  private static final int SIDE = 64;
  private static final List<String> WITH_A_FACE =
      SamplePhotos.ALL.stream().filter(name -> !name.equals("coffee.png")).toList();

  @Test
  void leave_a_trace_that_suffices() {
    int looked = 0;
    int found = 0;
    try (FaceDetector detector = FaceModels.bundled().detector("retinaface")) {
      FaceSearch search = new FaceSearch(detector);
      for (String name : WITH_A_FACE) {
        try (Picture photo = SamplePhotos.decode(name);
            DecodedImage.Borrowed lent = DecodedImage.borrow(photo)) {
          Box face = faces(search, photo).get(0);
          for (double frame : new double[] {1, 1.25, 1.5, 3}) {
            for (int degrees : new int[] {90, 180, 270}) {
              View view = View.around(face, frame, degrees, (int) (frame * SIDE));
              try (DecodedImage turned = view.of(lent.image())) {
                found += faces(search, turned).size();
                looked++;
              }
            }
          }
        }
      }
    }
    assertEquals(48, looked);
    assertTrue(found >= 30 && found <= 48, "found " + found);
  }

  private static List<Box> faces(FaceSearch search, Picture picture) {
    return search.in(picture, OptionalInt.empty(), Deadline.unlimited()).faces().stream()
        .map(found -> found.box())
        .toList();
  }
}
