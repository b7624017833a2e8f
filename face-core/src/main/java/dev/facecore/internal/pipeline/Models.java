package dev.facecore.internal.pipeline;

import dev.facecore.FaceDetector;
import dev.facecore.FaceEmbedder;
import dev.facecore.ModelException;
import dev.facecore.internal.detect.Detectors;
import dev.facecore.internal.detect.LandmarkPass;
import dev.facecore.internal.detect.WithCloseUps;
import dev.facecore.internal.embed.ArcFaceEmbedder;
import dev.facecore.internal.models.ModelCatalogue;
import dev.facecore.internal.models.ModelEntry;
import dev.facecore.internal.models.ModelFile;
import dev.facecore.internal.onnx.OnnxModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Opens models by the names of a catalogue: the one place that knows which code belongs to which
 * family.
 */
public final class Models {
  /** The detector that gives the points to detectors without, and looks at turned faces. */
  private static final String CLOSE_UPS = "retinaface";

  private final ModelCatalogue catalogue;
  private final ModelEntry entry;

  private Models(ModelCatalogue catalogue, ModelEntry entry) {
    this.catalogue = catalogue;
    this.entry = entry;
  }

  /**
   * Opens a detector.
   *
   * @throws ModelException if there is none of this name, its licence does not suit the catalogue's
   *     policy, or its file is missing, damaged or another network
   */
  public static FaceDetector detector(ModelCatalogue catalogue, String name) {
    ModelEntry entry = catalogue.find(name, ModelEntry.Task.DETECTION);
    Models models = new Models(catalogue, entry);
    return entry.family().equals("retinaface") ? models.retinaFace() : models.withCloseUps();
  }

  private FaceDetector retinaFace() {
    return Detectors.retinaFace(entry.name(), network(), entry.recipe());
  }

  private FaceDetector withCloseUps() {
    FaceDetector detector = withoutCloseUps();
    try {
      return new WithCloseUps(detector, closeUps().retinaFace());
    } catch (RuntimeException e) {
      detector.close();
      throw e;
    }
  }

  private Models closeUps() {
    return new Models(catalogue, catalogue.find(CLOSE_UPS, ModelEntry.Task.DETECTION));
  }

  private FaceDetector withoutCloseUps() {
    String name = entry.name();
    return switch (entry.family()) {
      case "scrfd" -> Detectors.scrfd(name, network(), entry.recipe());
      case "yunet" -> Detectors.yuNet(name, network(), entry.recipe());
      case "mtcnn" -> Detectors.mtcnn(name, networks(3), entry.recipe());
      case "ultralight" ->
          withLandmarks(points -> Detectors.ultraLight(name, network(), entry.recipe(), points));
      case "cascade" -> withLandmarks(points -> Detectors.cascade(name, bytes(), points));
      default -> throw unknownFamily();
    };
  }

  /**
   * Opens an embedding model.
   *
   * @throws ModelException if there is none of this name, its licence does not suit the catalogue's
   *     policy, or its file is missing, damaged or another network
   */
  public static FaceEmbedder embedder(ModelCatalogue catalogue, String name) {
    ModelEntry entry = catalogue.find(name, ModelEntry.Task.EMBEDDING);
    Models models = new Models(catalogue, entry);
    return switch (entry.family()) {
      case "arcface" -> new ArcFaceEmbedder(entry, models.network());
      default -> throw models.unknownFamily();
    };
  }

  private OnnxModel network() {
    return networks(1).get(0);
  }

  private List<OnnxModel> networks(int count) {
    List<OnnxModel> opened = new ArrayList<>();
    try {
      for (ModelFile file : files(count)) opened.add(open(file));
      return opened;
    } catch (RuntimeException e) {
      opened.forEach(OnnxModel::close);
      throw e;
    }
  }

  private OnnxModel open(ModelFile file) {
    String name = entry.name() + " (" + file.name() + ")";
    return OnnxModel.open(
        name,
        catalogue.weights(entry, file),
        file.contract().orElseThrow(() -> otherFiles("a network, an .onnx file")));
  }

  private byte[] bytes() {
    return catalogue.weights(entry, files(1).get(0));
  }

  private List<ModelFile> files(int count) {
    if (entry.files().size() != count) throw otherFiles(count + (count == 1 ? " file" : " files"));
    return entry.files();
  }

  private FaceDetector withLandmarks(Function<LandmarkPass, FaceDetector> opener) {
    Models closeUps = closeUps();
    LandmarkPass landmarks = Detectors.landmarks(closeUps.network(), closeUps.entry.recipe());
    try {
      return opener.apply(landmarks);
    } catch (RuntimeException e) {
      landmarks.close();
      throw e;
    }
  }

  private ModelException otherFiles(String needed) {
    return new ModelException(
        "The catalogue entry "
            + entry.name()
            + " must name "
            + needed
            + ", for it is of the family '"
            + entry.family()
            + "'. Correct the entry.");
  }

  private ModelException unknownFamily() {
    return new ModelException(
        "The catalogue entry "
            + entry.name()
            + " is of the family '"
            + entry.family()
            + "', which this version does not know. Choose another model, or update.");
  }
}
