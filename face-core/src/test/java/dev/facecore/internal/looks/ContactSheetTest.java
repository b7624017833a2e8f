package dev.facecore.internal.looks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.facecore.Deadline;
import dev.facecore.Point;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.stage.Detection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactSheetTest {
  private static final int SIDE = 96;

  @Test
  void each_view_is_seen_in_its_place_by_one_run_of_the_detector() {
    Point middle = new Point(150, 100);
    Marks detector = new Marks(180, 0);
    try (DecodedImage.Borrowed lent = DecodedImage.borrow(Marks.face(300, 200, middle, 40, 20))) {
      List<View> views = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Point moved = new Point(middle.x() + 2 * i, middle.y() - i);
        views.add(View.square(moved, 80, 45 * i, SIDE));
      }
      views.set(6, View.square(new Point(20, 20), 30, 0, SIDE));
      List<List<Detection>> found =
          new ContactSheet(views, 4, SIDE).found(lent.image(), detector, Deadline.unlimited());
      assertEquals(List.of(4 * SIDE), detector.sizes);
      assertEquals(8, found.size());
      for (int i = 0; i < 8; i++) {
        assertEquals(i == 6 ? 0 : 1, found.get(i).size(), "view " + i);
        for (Detection face : found.get(i)) {
          Detection there = views.get(i).toPicture(face, lent.image());
          assertEquals(0, middle.distanceTo(there.landmarks().noseTip()), 1, "view " + i);
        }
      }
    }
  }
}
