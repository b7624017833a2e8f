package dev.facecore.video;

import dev.facecore.Deadline;
import dev.facecore.ExtractionOptions;
import dev.facecore.Face;
import dev.facecore.FaceExtractor;
import dev.facecore.ImageAnalysis;
import dev.facecore.ImageSource;
import dev.facecore.internal.natives.ProgramMemory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The faces of the frames of a video. Frames are let go as soon as they are searched; what is kept
 * grows with the faces, by the size of an embedding and a headshot each.
 */
final class FrameFaces {
  private final List<Double> times = new ArrayList<>();
  private final List<Face> faces = new ArrayList<>();

  private FrameFaces() {}

  /** Reads all frames and searches them, several at once. */
  static FrameFaces read(
      Iterator<VideoFrame> frames, FaceExtractor extractor, ExtractionOptions options) {
    FrameFaces result = new FrameFaces();
    Iterator<ImageSource> sources =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return frames.hasNext();
          }

          @Override
          public ImageSource next() {
            VideoFrame frame = frames.next();
            result.times.add(frame.seconds());
            return frame.source();
          }
        };
    extractor.analyze(() -> sources, options, Deadline.unlimited(), result::add);
    return result;
  }

  private void add(ImageAnalysis frame) {
    frame
        .failure()
        .ifPresent(
            failure -> {
              throw failure; // such as one with too many pixels: so are all others
            });
    faces.addAll(frame.faces());
    ProgramMemory.trim();
  }

  /** When each frame is shown, in seconds from the first. */
  List<Double> times() {
    return times;
  }

  /** All faces in order; their {@code imageIndex} counts the frames. */
  List<Face> faces() {
    return faces;
  }
}
