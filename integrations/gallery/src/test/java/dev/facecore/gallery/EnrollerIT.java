package dev.facecore.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Embedding;
import dev.facecore.FaceException;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageException;
import dev.facecore.ImageSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who enrols tells a photograph that cannot be read from one that shows nobody. */
class EnrollerIT {
  private static final Path PHOTOS = Path.of("../../face-examples/photos");

  @Test
  void photograph_without_a_face_can_be_read_and_is_refused() {
    try (FaceExtractor extractor = FaceExtractor.create()) {
      String model = extractor.analyze(photo("obama.jpg")).faces().get(0).embedding().model();
      Gallery gallery = new MemoryGallery(new MemoryGallery.Shelf(), model);
      Enroller enroller = new Enroller(extractor, gallery);
      assertTrue(enroller.enrol("Ada", photo("obama.jpg")));
      assertFalse(enroller.enrol("Ada", photo("obama.jpg")), "the same face again");
      FaceException nobody =
          assertThrows(EnrolmentException.class, () -> enroller.enrol("Ada", photo("coffee.png")));
      assertTrue(nobody.getMessage().contains("shows no face"), nobody.getMessage());
      assertThrows(
          ImageException.class,
          () -> enroller.enrol("Ada", ImageSource.bytes("text", "text".getBytes())));
      FaceException refusal =
          assertThrows(
              GalleryException.class,
              () -> gallery.enrol("Ada", List.of(Embedding.of("Other@1", 3, 4))));
      assertTrue(refusal.getMessage().contains(model), refusal.getMessage());
      assertEquals(Map.of("Ada", 1), gallery.people());
    }
  }

  private static ImageSource photo(String name) {
    return ImageSource.file(PHOTOS.resolve(name));
  }
}
