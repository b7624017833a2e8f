package dev.facecore.internal.pipeline;

import dev.facecore.ImageAnalysis;
import dev.facecore.ImageException;

/**
 * A picture on its way to a worker.
 *
 * @param clock has counted the loading
 */
record LoadedPicture(int index, String source, LoadedImage image, StageClock clock) {
  ImageAnalysis failed(ImageException failure) {
    return failed(index, source, failure, clock);
  }

  static ImageAnalysis failed(int index, String source, ImageException failure, StageClock clock) {
    return ImageAnalysis.failed(index, source, failure).withTimes(clock.times());
  }
}
