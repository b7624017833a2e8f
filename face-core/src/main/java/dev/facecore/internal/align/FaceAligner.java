package dev.facecore.internal.align;

import dev.facecore.FaceLandmarks;
import dev.facecore.Headshot;
import dev.facecore.Point;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.internal.image.JpegEncoder;
import dev.facecore.internal.image.Rendition;
import dev.facecore.internal.image.Sampler;
import dev.facecore.stage.AlignedFace;
import dev.facecore.stage.Detection;
import dev.facecore.stage.Picture;
import java.util.List;
import java.util.function.Function;
import org.opencv.core.Mat;

/**
 * Cuts faces out of a picture, upright and of one size, from as many of the original pixels as that
 * takes.
 */
public final class FaceAligner {
  /**
   * Where ArcFace's training put the five points in its 112×112 crops (InsightFace, {@code
   * face_align.arcface_dst}).
   */
  private static final List<Point> TEMPLATE =
      List.of(
          new Point(38.2946, 51.6963),
          new Point(73.5318, 51.5014),
          new Point(56.0252, 71.7366),
          new Point(41.5493, 92.3655),
          new Point(70.7299, 92.2041));

  private FaceAligner() {}

  /**
   * Decodes as much of a picture as the headshot of its smallest face takes, which is more than the
   * aligned face does. Without it the first of its faces would.
   */
  public static Rendition prepare(DecodedImage picture, List<Detection> faces) {
    double scale =
        faces.stream()
            .mapToDouble(face -> toFace(face.landmarks(), Headshot.SIZE).scale())
            .max()
            .orElse(0);
    return picture.at(scale);
  }

  /**
   * The aligned face, {@code size} × {@code size} pixels, row by row: blue, green, red. Black
   * outside the picture.
   */
  public static byte[] align(Picture picture, FaceLandmarks landmarks, int size) {
    return cut(
        picture,
        landmarks,
        size,
        face -> {
          byte[] bgr = new byte[size * size * 3];
          face.get(0, 0, bgr);
          return bgr;
        });
  }

  /** The aligned face, {@code size} × {@code size} pixels, as a JPEG file. */
  public static byte[] jpeg(Picture picture, FaceLandmarks landmarks, int size) {
    return cut(picture, landmarks, size, JpegEncoder::encode);
  }

  private static <R> R cut(
      Picture picture, FaceLandmarks landmarks, int size, Function<Mat, R> reader) {
    SimilarityTransform back = toFace(landmarks, size).inverse();
    Sampler.Place place = new Sampler.Place(back.a(), back.b(), back.moveX(), back.moveY());
    try (DecodedImage.Borrowed lent = DecodedImage.borrow(picture)) {
      Mat face = Sampler.cut(lent.image(), place, size, size);
      try {
        return reader.apply(face);
      } finally {
        face.release();
      }
    }
  }

  private static SimilarityTransform toFace(FaceLandmarks landmarks, int size) {
    return SimilarityTransform.between(landmarks.points(), TEMPLATE)
        .scaledBy((double) size / AlignedFace.SIZE);
  }
}
