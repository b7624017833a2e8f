package dev.facecore.internal.pipeline;

import dev.facecore.ModelException;
import dev.facecore.PlatformException;
import dev.facecore.internal.detect.Detectors;
import dev.facecore.internal.detect.EquippedDetector;
import dev.facecore.internal.detect.FaceHeat;
import dev.facecore.internal.detect.LandmarkPass;
import dev.facecore.internal.detect.ScoutingDetector;
import dev.facecore.internal.embed.ArcFaceEmbedder;
import dev.facecore.internal.log.Log;
import dev.facecore.internal.models.ModelCatalogue;
import dev.facecore.model.Accelerator;
import dev.facecore.model.LicencePolicy;
import dev.facecore.model.ModelInfo;
import dev.facecore.stage.FaceDetector;
import dev.facecore.stage.FaceEmbedder;
import java.util.Optional;
import java.util.function.Function;

/**
 * Opens models by the names of a catalogue: the one place that knows which code belongs to which
 * family. Thread-safe.
 */
public final class Models {
  /** The detector that gives the points to detectors without, and looks at turned faces. */
  private static final String CLOSE_UPS = "retinaface";

  /** The network that says of doubtful faces whether they are any. */
  private static final String OPINION = "centerface";

  private final ModelCatalogue catalogue;
  private final LicencePolicy policy;
  private final Accelerator accelerator;

  /** The models of a catalogue whose licences suit a policy, run by an accelerator. */
  public Models(ModelCatalogue catalogue, LicencePolicy policy, Accelerator accelerator) {
    this.catalogue = catalogue;
    this.policy = policy;
    this.accelerator = accelerator;
  }

  /**
   * Opens a detector.
   *
   * @throws ModelException if there is none of this name, its licence does not suit the policy, or
   *     its file is missing, damaged or another network
   * @throws PlatformException if native code or the accelerator cannot be used
   */
  public FaceDetector detector(String name) {
    Weights weights = weights(name, ModelInfo.Task.DETECTION);
    FaceDetector detector = detector(weights);
    try {
      return equipped(detector, weights.family());
    } catch (RuntimeException e) {
      detector.close();
      throw e;
    }
  }

  private FaceDetector equipped(FaceDetector detector, String family) {
    ScoutingDetector scout =
        family.equals(CLOSE_UPS) ? (ScoutingDetector) detector : retinaFace(closeUps());
    try {
      return new EquippedDetector(
          detector, scout, family.equals(OPINION) ? Optional.empty() : opinion());
    } catch (RuntimeException e) {
      scout.close();
      throw e;
    }
  }

  // A folder of models may do without it: faces are found all the same, and some things with them.
  private Optional<FaceHeat> opinion() {
    if (catalogue.entry(OPINION).isEmpty()) return Optional.empty();
    try {
      Weights weights = weights(OPINION, ModelInfo.Task.DETECTION);
      return Optional.of(new FaceHeat(weights.network(), weights.recipe()));
    } catch (ModelException e) {
      Log.warn(
          Models.class,
          "Doubtful faces are not confirmed by a second network. " + e.getMessage(),
          null);
      return Optional.empty();
    }
  }

  private static ScoutingDetector retinaFace(Weights weights) {
    return Detectors.retinaFace(weights.name(), weights.network(), weights.recipe());
  }

  private FaceDetector detector(Weights weights) {
    String name = weights.name();
    return switch (weights.family()) {
      case "retinaface" -> retinaFace(weights);
      case "centerface" ->
          withLandmarks(
              points -> Detectors.centerFace(name, weights.network(), weights.recipe(), points));
      case "scrfd" -> Detectors.scrfd(name, weights.network(), weights.recipe());
      case "yunet" -> Detectors.yuNet(name, weights.network(), weights.recipe());
      case "mtcnn" -> Detectors.mtcnn(name, weights.networks(3), weights.recipe());
      case "ultralight" ->
          withLandmarks(
              points -> Detectors.ultraLight(name, weights.network(), weights.recipe(), points));
      case "cascade" -> withLandmarks(points -> Detectors.cascade(name, weights.bytes(), points));
      default -> throw weights.unknownFamily();
    };
  }

  /**
   * Opens an embedding model.
   *
   * @throws ModelException if there is none of this name, its licence does not suit the policy, or
   *     its file is missing, damaged or another network
   * @throws PlatformException if native code or the accelerator cannot be used
   */
  public FaceEmbedder embedder(String name) {
    Weights weights = weights(name, ModelInfo.Task.EMBEDDING);
    return switch (weights.family()) {
      case "arcface" -> new ArcFaceEmbedder(weights.entry(), weights.network());
      default -> throw weights.unknownFamily();
    };
  }

  private FaceDetector withLandmarks(Function<LandmarkPass, FaceDetector> opener) {
    Weights closeUps = closeUps();
    LandmarkPass landmarks = Detectors.landmarks(closeUps.network(), closeUps.recipe());
    try {
      return opener.apply(landmarks);
    } catch (RuntimeException e) {
      landmarks.close();
      throw e;
    }
  }

  private Weights closeUps() {
    return weights(CLOSE_UPS, ModelInfo.Task.DETECTION);
  }

  private Weights weights(String name, ModelInfo.Task task) {
    return new Weights(catalogue, catalogue.find(name, task, policy), accelerator);
  }
}
