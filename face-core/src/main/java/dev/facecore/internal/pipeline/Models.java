package dev.facecore.internal.pipeline;

import dev.facecore.FaceDetector;
import dev.facecore.FaceEmbedder;
import dev.facecore.ModelException;
import dev.facecore.internal.detect.RetinaFaceDetector;
import dev.facecore.internal.embed.ArcFaceEmbedder;
import dev.facecore.internal.models.ModelCatalogue;
import dev.facecore.internal.models.ModelEntry;
import dev.facecore.internal.onnx.ModelContract;
import dev.facecore.internal.onnx.OnnxModel;

/**
 * Opens models by the names of a catalogue: the one place that knows which code belongs to which
 * family.
 */
public final class Models {
  private Models() {}

  /**
   * Opens a detector.
   *
   * @throws ModelException if there is none of this name, its licence does not suit the catalogue's
   *     policy, or its file is missing, damaged or another network
   */
  public static FaceDetector detector(ModelCatalogue catalogue, String name) {
    ModelEntry entry = catalogue.find(name, ModelEntry.Task.DETECTION);
    return switch (entry.family()) {
      case "retinaface" ->
          new RetinaFaceDetector(entry.name(), open(catalogue, entry), entry.recipe());
      default -> throw unknownFamily(entry);
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
    return switch (entry.family()) {
      case "arcface" -> new ArcFaceEmbedder(entry, open(catalogue, entry));
      default -> throw unknownFamily(entry);
    };
  }

  private static OnnxModel open(ModelCatalogue catalogue, ModelEntry entry) {
    String name = entry.name() + " (" + entry.file().name() + ")";
    ModelContract contract = entry.file().contract().orElseThrow(() -> notNetwork(entry));
    return OnnxModel.open(name, catalogue.weights(entry), contract);
  }

  private static ModelException notNetwork(ModelEntry entry) {
    return new ModelException(
        "The catalogue entry "
            + entry.name()
            + " names "
            + entry.file().name()
            + " where a file with the ending .onnx is needed; correct the entry.");
  }

  private static ModelException unknownFamily(ModelEntry entry) {
    return new ModelException(
        "The catalogue entry "
            + entry.name()
            + " is of the family '"
            + entry.family()
            + "', which this version does not know. Choose another model, or update.");
  }
}
