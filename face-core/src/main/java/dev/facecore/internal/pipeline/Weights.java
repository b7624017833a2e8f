package dev.facecore.internal.pipeline;

import dev.facecore.ModelException;
import dev.facecore.internal.models.ModelCatalogue;
import dev.facecore.internal.models.ModelEntry;
import dev.facecore.internal.models.ModelFile;
import dev.facecore.internal.onnx.OnnxModel;
import dev.facecore.internal.onnx.PixelRecipe;
import dev.facecore.model.Accelerator;
import java.util.ArrayList;
import java.util.List;

/** The files of one entry of a catalogue, opened as often as they are asked for. */
record Weights(ModelCatalogue catalogue, ModelEntry entry, Accelerator accelerator) {
  String name() {
    return entry.name();
  }

  String family() {
    return entry.family();
  }

  PixelRecipe recipe() {
    return entry.recipe();
  }

  /** The only network; the caller closes it. */
  OnnxModel network() {
    return networks(1).get(0);
  }

  /** As many networks, all or none; the caller closes them. */
  List<OnnxModel> networks(int count) {
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
    return OnnxModel.open(
        name() + " (" + file.name() + ")",
        () -> catalogue.weights(entry, file),
        file.contract().orElseThrow(() -> otherFiles("a network, an .onnx file")),
        accelerator);
  }

  /** The only file as it is. */
  byte[] bytes() {
    return catalogue.weights(entry, files(1).get(0));
  }

  private List<ModelFile> files(int count) {
    if (entry.files().size() != count) throw otherFiles(count + (count == 1 ? " file" : " files"));
    return entry.files();
  }

  private ModelException otherFiles(String needed) {
    return new ModelException(
        "The catalogue entry "
            + name()
            + " must name "
            + needed
            + ", because it is of the family '"
            + family()
            + "'. Correct the entry.");
  }

  ModelException unknownFamily() {
    return new ModelException(
        "The catalogue entry "
            + name()
            + " is of the family '"
            + family()
            + "', which this version does not know. Choose another model, or update.");
  }
}
