package dev.facecore.fetch;

import dev.facecore.ModelException;
import dev.facecore.internal.check.Require;
import dev.facecore.internal.download.ModelFetch;
import dev.facecore.internal.models.ModelCatalogue;
import dev.facecore.internal.models.ModelEntry;
import dev.facecore.model.FaceModels;
import java.nio.file.Path;
import java.util.Optional;

/** Downloads models of the catalogue into a folder that {@link FaceModels#in} takes them from. */
public final class ModelDownloads {
  private ModelDownloads() {}

  /**
   * Ensures that a model is present in the folder; downloads only what is missing. A file gets its
   * name when it is whole and has the right SHA-256; what arrived before a failure is kept, so that
   * the next call resumes. Several programs may download into one folder: one waits for another.
   *
   * @param name a name or alias of the catalogue
   * @param folder is made if it does not exist
   * @return whether anything was downloaded: false if all was there already
   * @throws ModelException if no model has this name, its licence is refused, or it cannot be
   *     downloaded; it says how to put it there by hand
   */
  public static boolean fetch(String name, Path folder, DownloadOptions options) {
    Require.present("name", name);
    Require.present("options", options);
    ModelCatalogue catalogue = ModelCatalogue.open(Optional.of(Require.present("folder", folder)));
    ModelEntry entry =
        catalogue
            .entry(name)
            .orElseThrow(() -> new ModelException("No model is called '" + name + "'."));
    return ModelFetch.run(catalogue, entry, folder, options);
  }
}
