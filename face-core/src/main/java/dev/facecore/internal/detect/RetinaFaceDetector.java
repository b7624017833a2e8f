package dev.facecore.internal.detect;

import dev.facecore.Deadline;
import dev.facecore.Detection;
import dev.facecore.FaceDetector;
import dev.facecore.Picture;
import dev.facecore.internal.image.DecodedImage;
import dev.facecore.internal.onnx.OnnxModel;
import dev.facecore.internal.onnx.PixelRecipe;
import dev.facecore.internal.onnx.PixelTensor;
import dev.facecore.internal.onnx.Pool;
import java.nio.FloatBuffer;
import java.util.List;
import org.opencv.core.Mat;

/** RetinaFace: faces and five points in one pass of one network, at any size of input. */
public final class RetinaFaceDetector implements FaceDetector {
  /** Below this confidence a candidate is no face. */
  static final float MIN_CONFIDENCE = 0.5f;

  /**
   * Two candidates that overlap by more than this show one face; as in the network's own
   * evaluation.
   */
  static final double MAX_OVERLAP = 0.4;

  private final String name;
  private final OnnxModel model;
  private final PixelRecipe recipe;
  private final Pool<PixelTensor> tensors = new Pool<>(PixelTensor::new);

  /**
   * Takes over the model, whose outputs must be boxes, scores and points: closing this closes it.
   */
  public RetinaFaceDetector(String name, OnnxModel model, PixelRecipe recipe) {
    this.name = name;
    this.model = model;
    this.recipe = recipe;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Detection> detect(Picture picture, int detectionSize, Deadline deadline) {
    try (DecodedImage.Borrowed image = DecodedImage.borrow(picture);
        DetectionInput input = DetectionInput.of(image.image(), detectionSize, Priors.MULTIPLE)) {
      return NonMaxSuppression.keep(candidates(input.pixels(), deadline), MAX_OVERLAP).stream()
          .map(candidate -> candidate.toDetection(input, picture.width(), picture.height()))
          .toList();
    }
  }

  private List<Candidate> candidates(Mat pixels, Deadline deadline) {
    long[] shape = {1, 3, pixels.rows(), pixels.cols()};
    float[][] outputs =
        tensors.with(
            tensor -> {
              FloatBuffer values = tensor.fill(pixels, recipe);
              return model.run(values, shape, deadline);
            });
    Priors priors = new Priors(pixels.cols(), pixels.rows());
    return RetinaFaceDecoder.decode(outputs[0], outputs[1], outputs[2], priors, MIN_CONFIDENCE);
  }

  @Override
  public void close() {
    model.close();
  }
}
