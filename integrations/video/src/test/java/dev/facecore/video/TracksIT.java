package dev.facecore.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.facecore.DedupMode;
import dev.facecore.ExtractionOptions;
import dev.facecore.FaceExtractor;
import dev.facecore.stage.FaceDeduplicator;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tracks are good for: a face that blurs while it stays where it is. */
class TracksIT {
  @TempDir Path folder;

  @Test
  void a_face_that_blurs_stays_one_person() throws IOException {
    Path video = folder.resolve("blurring.mp4");
    BufferedImage photo = TestVideo.photo("obama.jpg");
    try (TestVideo made = new TestVideo(video, 640, 480)) {
      made.show(photo, 1);
      for (int side : new int[] {64, 52, 44, 38, 34, 31}) made.show(blurred(photo, side), 1);
      made.show(TestVideo.photo("biden.jpg"), 1);
    }
    try (FrameReader frames = FrameReader.open(video, Duration.ofSeconds(1));
        FaceExtractor extractor = FaceExtractor.create()) {
      FrameFaces seen = FrameFaces.read(frames, extractor, ExtractionOptions.DEFAULTS);
      FaceDeduplicator groups =
          FaceDeduplicator.of(DedupMode.CLUSTER, 0.4, false)
              .withReadability(extractor.readability());
      assertEquals(8, seen.faces().size());
      assertEquals(4, groups.group(seen.faces()).size());
      assertEquals(2, VideoPerson.group(seen.faces(), seen.times(), groups, 2).size());
    }
  }

  private static BufferedImage blurred(BufferedImage photo, int side) {
    return scaled(
        scaled(photo, side, side * photo.getHeight() / photo.getWidth()),
        photo.getWidth(),
        photo.getHeight());
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height) {
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }
}
