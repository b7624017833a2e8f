package dev.facecore;

import dev.facecore.internal.check.Require;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contains the faces of one image, or the reason why it could not be read. Immutable. */
public final class ImageAnalysis {
  private final int index;
  private final String source;
  private final int width;
  private final int height;
  private final List<Face> faces;
  private final @Nullable ImageException failure;
  private final StageTimes times;

  private ImageAnalysis(
      int index,
      String source,
      int width,
      int height,
      List<Face> faces,
      @Nullable ImageException failure,
      StageTimes times) {
    Require.atLeast("index", index, 0);
    Require.atLeast("width", width, 0);
    Require.atLeast("height", height, 0);
    this.index = index;
    this.source = Require.present("source", source);
    this.width = width;
    this.height = height;
    this.faces = Require.all("faces", faces);
    this.failure = failure;
    this.times = Require.present("times", times);
  }

  /**
   * Returns the analysis of an image that could be read: made by the extractor, and by tests and
   * stores of faces.
   *
   * @param index its position in the batch, from 0
   * @param source its name
   * @param width in pixels as displayed
   * @param height in pixels as displayed
   * @param faces from left to right by the box's left edge; copied
   */
  public static ImageAnalysis of(
      int index, String source, int width, int height, List<Face> faces) {
    return new ImageAnalysis(index, source, width, height, faces, null, StageTimes.NONE);
  }

  /**
   * Returns the analysis of an image that could not be read.
   *
   * @param index its position in the batch, from 0
   * @param source its name
   * @param failure why
   */
  public static ImageAnalysis failed(int index, String source, ImageException failure) {
    Require.present("failure", failure);
    return new ImageAnalysis(index, source, 0, 0, List.of(), failure, StageTimes.NONE);
  }

  /** Returns its position in the batch, from 0. */
  public int index() {
    return index;
  }

  /** Returns its name: {@link ImageSource#name}. */
  public String source() {
    return source;
  }

  /** Returns the width in pixels as displayed; 0 where it could not be read. */
  public int width() {
    return width;
  }

  /** Returns the height in pixels as displayed; 0 where it could not be read. */
  public int height() {
    return height;
  }

  /** Returns the faces found, from left to right by the box's left edge. */
  public List<Face> faces() {
    return faces;
  }

  /** Returns why it could not be read, if so; then there are no faces. */
  public Optional<ImageException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Returns the time spent in each stage. */
  public StageTimes times() {
    return times;
  }

  /** Returns this analysis with other times. */
  public ImageAnalysis withTimes(StageTimes changed) {
    return new ImageAnalysis(index, source, width, height, faces, failure, changed);
  }

  /** Compares all parts; equal analyses have the same failure, or none. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ImageAnalysis that
        && index == that.index
        && source.equals(that.source)
        && width == that.width
        && height == that.height
        && faces.equals(that.faces)
        && Objects.equals(failure, that.failure)
        && times.equals(that.times);
  }

  @Override
  public int hashCode() {
    return Objects.hash(index, source, width, height, faces, failure, times);
  }

  @Override
  public String toString() {
    return "ImageAnalysis["
        + index
        + ", "
        + source
        + (failure == null
            ? ", " + width + "x" + height + ", " + faces.size() + " faces"
            : ", failed: " + failure.getMessage())
        + "]";
  }
}
