package dev.facecore.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.facecore.FaceExtractor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe for videos finds the people of one. */
class GrabFramesIT {
  @TempDir Path folder;

  @Test
  void people_of_a_video() throws IOException {
    Path file = folder.resolve("video.mp4");
    try (TestVideo video = new TestVideo(file, 640, 480)) {
      video.show(TestVideo.photo("obama.jpg"), 2).show(TestVideo.photo("biden.jpg"), 2);
      video.show(TestVideo.photo("obama2.jpg"), 1);
    }
    try (FaceExtractor extractor = FaceExtractor.create()) {
      List<Integer> seen =
          GrabFrames.people(extractor, file).stream().map(p -> p.sightings().size()).toList();
      assertEquals(List.of(3, 2), seen);
    }
  }
}
