package dev.facecore.internal.models;

import dev.facecore.ModelException;
import dev.facecore.model.ModelInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether models' files are there. */
public final class ModelStates {
  private ModelStates() {}

  /** Without reading a file. */
  public static ModelInfo.State quick(ModelCatalogue catalogue, ModelEntry entry) {
    if (catalogue.isEmbedded(entry)) return ModelInfo.State.BUNDLED;
    for (ModelFile file : entry.files()) {
      Optional<Path> place = catalogue.place(entry, file);
      if (place.filter(Files::exists).isEmpty()) return ModelInfo.State.ABSENT;
    }
    return ModelInfo.State.IN_FOLDER;
  }

  /** After reading every byte. */
  public static ModelInfo.State thorough(ModelCatalogue catalogue, ModelEntry entry) {
    ModelInfo.State state = quick(catalogue, entry);
    if (state == ModelInfo.State.ABSENT) return state;
    try {
      for (ModelFile file : entry.files()) catalogue.weights(entry, file);
      return state;
    } catch (ModelException e) {
      return ModelInfo.State.DAMAGED;
    }
  }
}
