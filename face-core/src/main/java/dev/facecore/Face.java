package dev.facecore;

import dev.facecore.internal.check.Require;
import org.jspecify.annotations.Nullable;

/**
 * One face of one image, embedded. Immutable.
 *
 * <pre>{@code
 * List<Face> found = faces.analyze(ImageSource.file(path)).faces();
 * found.stream()
 *     .filter(face -> face.quality() >= 0.05)
 *     .forEach(face -> System.out.println(face.box() + " " + face.confidence()));
 * }</pre>
 *
 * @param imageIndex the position of its image in the batch, from 0
 * @param box where it is, clipped to the image
 * @param landmarks its five points
 * @param confidence the detector's confidence, 0 to 1
 * @param quality how well the face can be recognised, 0 to 1, from the length of the raw embedding
 * @param embedding the face as a unit vector
 * @param headshot the aligned face as an image; null where none was asked for: {@link
 *     ExtractionOptions#withHeadshots}
 */
public record Face(
    int imageIndex,
    Box box,
    FaceLandmarks landmarks,
    double confidence,
    double quality,
    Embedding embedding,
    @Nullable Headshot headshot) {
  /** Refuses missing parts, a negative index, and a confidence or quality outside 0 to 1. */
  public Face {
    Require.atLeast("imageIndex", imageIndex, 0);
    Require.present("box", box);
    Require.present("landmarks", landmarks);
    Require.ratio("confidence", confidence);
    Require.ratio("quality", quality);
    Require.present("embedding", embedding);
  }

  /**
   * Returns the same face with another index of its image, for streams whose images the caller
   * numbers.
   */
  public Face withImageIndex(int changed) {
    return new Face(changed, box, landmarks, confidence, quality, embedding, headshot);
  }
}
