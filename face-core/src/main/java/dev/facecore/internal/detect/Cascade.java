package dev.facecore.internal.detect;

import dev.facecore.ModelException;
import dev.facecore.PlatformException;
import dev.facecore.internal.image.OpenCvLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfRect;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.objdetect.CascadeClassifier;

/**
 * One of OpenCV's cascades of boosted classifiers. Not thread-safe.
 *
 * <p>Its native memory is freed when it is collected as garbage: OpenCV's Java class has no other
 * way.
 */
final class Cascade {
  // OpenCV's default: each scale is a tenth larger than the one before.
  private static final double SCALE_STEP = 1.1;

  /**
   * More windows than this must agree on a face. OpenCV's default is 3; the second pass drops false
   * faces better, and at 1 a quarter more true ones are found.
   */
  private static final int MIN_NEIGHBOURS = 1;

  private static final int UNUSED_FLAGS = 0;

  /** The window that the frontal cascades were trained on, in pixels. */
  private static final int WINDOW = 24;

  private final CascadeClassifier classifier;

  private Cascade(CascadeClassifier classifier) {
    this.classifier = classifier;
  }

  /**
   * Reads a cascade from its XML, by way of a temporary file: OpenCV reads no other.
   *
   * @throws ModelException if it is no cascade
   * @throws PlatformException if the temporary file cannot be written
   */
  static Cascade read(String name, byte[] xml) {
    OpenCvLibrary.load();
    try {
      Path file = Files.createTempFile("face-cascade-", ".xml");
      try {
        Files.write(file, xml);
        return new Cascade(open(name, file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new PlatformException(
          PlatformException.Part.NATIVE_CODE,
          "The cascade "
              + name
              + " needs a temporary folder that can be written to: "
              + e.getMessage(),
          e);
    }
  }

  private static CascadeClassifier open(String name, Path file) {
    try {
      CascadeClassifier classifier = new CascadeClassifier();
      if (classifier.load(file.toString())) return classifier;
      throw noCascade(name, null);
    } catch (CvException e) {
      throw noCascade(name, e);
    }
  }

  private static ModelException noCascade(String name, CvException cause) {
    return new ModelException(
        "The model file of "
            + name
            + " is not a cascade that OpenCV can open. Correct the file or its entry in the"
            + " catalogue.",
        cause);
  }

  /** A square in which all stages saw a face, and the sum of the last stage's votes. */
  record Hit(Rect box, double weight) {}

  /** The faces of a grey picture, windows that overlap grouped. */
  List<Hit> hits(Mat grey) {
    MatOfRect boxes = new MatOfRect();
    MatOfInt stages = new MatOfInt();
    MatOfDouble weights = new MatOfDouble();
    try {
      classifier.detectMultiScale3(
          grey,
          boxes,
          stages,
          weights,
          SCALE_STEP,
          MIN_NEIGHBOURS,
          UNUSED_FLAGS,
          new Size(WINDOW, WINDOW),
          new Size(),
          true);
      List<Rect> found = boxes.toList();
      List<Hit> hits = new ArrayList<>(found.size());
      for (int i = 0; i < found.size(); i++) {
        hits.add(new Hit(found.get(i), weights.get(i, 0)[0]));
      }
      return hits;
    } finally {
      boxes.release();
      stages.release();
      weights.release();
    }
  }
}
