package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.model.FaceModels;
import dev.facecore.stage.Detection;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.Picture;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvException;

/** Whatever native code makes of one image, the others are done. */
class OneBadImageIT {
  @Test
  void a_native_failure_is_that_images_own() {
    for (Exception failure :
        List.of(
            new CvException("an assertion of OpenCV"),
            new InferenceException("The network failed; send a smaller image.", null),
            new Exception("std::bad_alloc"))) {
      try (FaceDetector real = FaceModels.bundled().detector("retinaface");
          FaceExtractor extractor =
              FaceExtractor.builder().detector(new FailsOnce(real, failure)).threads(2).build()) {
        Extraction result = extractor.extract(SamplePhotos.sources(SamplePhotos.ALL));
        assertEquals(SamplePhotos.ALL.size(), result.images().size());
        assertEquals(1, result.failures().size(), failure::toString);
        String message = result.failures().get(0).failure().orElseThrow().getMessage();
        assertTrue(!message.contains("std::") && !message.contains("assertion"), message);
        assertTrue(result.faces().size() >= 3, failure::toString);
      }
    }
  }

  /** Stands for native code: throws what it throws, checked exceptions included. */
  private record FailsOnce(FaceDetector real, Exception failure, AtomicInteger calls)
      implements FaceDetector {
    FailsOnce(FaceDetector real, Exception failure) {
      this(real, failure, new AtomicInteger());
    }

    @Override
    public List<Detection> detect(Picture picture, int size, Deadline deadline) {
      if (calls.getAndIncrement() == 1) throw FailsOnce.<RuntimeException>unchecked(failure);
      return real.detect(picture, size, deadline);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> E unchecked(Exception failure) throws E {
      throw (E) failure;
    }

    @Override
    public String name() {
      return "fails-once";
    }

    @Override
    public void close() {}
  }
}
