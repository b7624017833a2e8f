package dev.facecore.internal.align;

import dev.facecore.AlignedFace;
import dev.facecore.FaceLandmarks;
import dev.facecore.Picture;
import dev.facecore.Point;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.internal.image.JpegEncoder;
import java.util.List;
import java.util.function.Function;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Cuts faces out of a picture, upright and of one size, straight from the original pixels. */
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
    SimilarityTransform transform =
        SimilarityTransform.between(landmarks.points(), TEMPLATE)
            .scaledBy((double) size / AlignedFace.SIZE);
    try (DecodedImage.Borrowed image = DecodedImage.borrow(picture)) {
      return warp(image.image().pixels(), transform, size, reader);
    }
  }

  private static <R> R warp(
      Mat pixels, SimilarityTransform transform, int size, Function<Mat, R> reader) {
    Mat matrix = new Mat(2, 3, CvType.CV_64F);
    Mat face = new Mat();
    try {
      matrix.put(
          0,
          0,
          transform.a(),
          -transform.b(),
          transform.moveX(),
          transform.b(),
          transform.a(),
          transform.moveY());
      Imgproc.warpAffine(pixels, face, matrix, new Size(size, size), Imgproc.INTER_LINEAR);
      return reader.apply(face);
    } finally {
      matrix.release();
      face.release();
    }
  }
}
