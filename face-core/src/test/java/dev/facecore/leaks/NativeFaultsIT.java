package dev.facecore.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Box;
import dev.facecore.Deadline;
import dev.facecore.Headshot;
import dev.facecore.internal.image.PixelBuffer;
import dev.facecore.internal.looks.FaceSearch;
import dev.facecore.model.FaceModels;
import dev.facecore.stage.AlignedFace;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whichever call of OpenCV fails, no pixels stay in native memory. */
class NativeFaultsIT {
  private static final Path PHOTO = Path.of("..", "face-examples", "photos", "obama.jpg");

  private static byte[] photo() {
    try {
      return Files.readAllBytes(PHOTO);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int failEverywhere(Supplier<AutoCloseable> work) throws Exception {
    work.get().close(); // what is opened once and kept is no leak
    Set<String> leaks = new TreeSet<>();
    int calls = NativeFaults.everywhere(work, leaks::addAll);
    assertEquals(Set.of(), leaks);
    return calls;
  }

  @Test
  void decoding_and_cutting_leave_nothing() throws Exception {
    byte[] jpeg = photo();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image.getSubimage(100, 100, 64, 64), "png", png);
    assertTrue(failEverywhere(() -> Picture.decode(png.toByteArray(), 1 << 20)) >= 3);
    try (Picture picture = Picture.decode(jpeg, Integer.MAX_VALUE)) {
      Box part = new Box(100, 100, 300, 200);
      int calls =
          failEverywhere(() -> picture.crop(part, 0.1, 100))
              + failEverywhere(() -> picture.crop(part, 0.1, 1000))
              + failEverywhere(
                  () -> {
                    picture.thumbnail(part, 64);
                    return () -> {};
                  })
              + failEverywhere(
                  () -> PixelBuffer.picture(image.getSubimage(9, 9, 20, 20), Integer.MAX_VALUE));
      assertTrue(calls >= 8, calls + " calls");
    }
  }

  @ParameterizedTest
  @CsvSource({"mtcnn, 30", "opencv, 10"})
  void searching_and_aligning_leave_nothing(String name, int leastCalls) throws Exception {
    try (FaceDetector detector = FaceModels.bundled().detector(name);
        Picture whole = Picture.decode(photo(), Integer.MAX_VALUE);
        Picture picture = whole.crop(new Box(0, 0, whole.width(), whole.height()), 0, 200)) {
      FaceSearch search = new FaceSearch(detector);
      int calls =
          failEverywhere(
              () -> {
                List<Detection> found =
                    search.in(picture, OptionalInt.of(96), Deadline.unlimited()).faces();
                for (Detection face : found) {
                  AlignedFace.of(picture, face.landmarks());
                  Headshot.of(picture, face.landmarks());
                }
                return () -> {};
              });
      assertTrue(calls >= leastCalls, calls + " calls");
    }
  }
}
