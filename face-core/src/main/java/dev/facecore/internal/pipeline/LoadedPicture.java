package dev.facecore.internal.pipeline;

import dev.facecore.ImageAnalysis;
import dev.facecore.ImageException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An image on its way to its analysis: in memory, or with the reason why it could not be loaded.
 */
final class LoadedPicture {
  private final int index;
  private final String source;
  private final StageClock clock;
  private final @Nullable LoadedImage image;
  private final @Nullable ImageException failure;

  private LoadedPicture(
      int index,
      String source,
      StageClock clock,
      @Nullable LoadedImage image,
      @Nullable ImageException failure) {
    this.index = index;
    this.source = source;
    this.clock = clock;
    this.image = image;
    this.failure = failure;
  }

  /** Takes an image whose loading the clock has counted. */
  static LoadedPicture of(int index, String source, StageClock clock, LoadedImage image) {
    return new LoadedPicture(index, source, clock, image, null);
  }

  /** Takes an image that could not be loaded. */
  static LoadedPicture notLoaded(
      int index, String source, StageClock clock, ImageException failure) {
    return new LoadedPicture(index, source, clock, null, failure);
  }

  int index() {
    return index;
  }

  String source() {
    return source;
  }

  StageClock clock() {
    return clock;
  }

  /** Returns the image, which must have been loaded. */
  LoadedImage image() {
    return Optional.ofNullable(image).orElseThrow();
  }

  /** Returns why it could not be loaded, if so. */
  Optional<ImageException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Returns the analysis of an image that failed. */
  ImageAnalysis failed(ImageException why) {
    return ImageAnalysis.failed(index, source, why).withTimes(clock.times());
  }
}
