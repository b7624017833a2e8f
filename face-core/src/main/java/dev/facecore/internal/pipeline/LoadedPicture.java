package dev.facecore.internal.pipeline;

import dev.facecore.ImageAnalysis;
import dev.facecore.ImageException;
import java.util.List;
import java.util.Optional;

/**
 * An encoded picture on its way to a worker.
 *
 * @param encoded not copied
 * @param clock has counted the loading
 */
record LoadedPicture(int index, String source, byte[] encoded, StageClock clock) {
  ImageAnalysis failed(ImageException failure) {
    return failed(index, source, failure, clock);
  }

  static ImageAnalysis failed(int index, String source, ImageException failure, StageClock clock) {
    return new ImageAnalysis(index, source, 0, 0, List.of(), Optional.of(failure), clock.times());
  }
}
