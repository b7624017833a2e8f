package dev.facecore.internal.download;

import dev.facecore.ModelException;
import dev.facecore.fetch.DownloadOptions;
import dev.facecore.internal.models.AcceptedLicences;
import dev.facecore.internal.models.ModelCatalogue;
import dev.facecore.internal.models.ModelEntry;
import dev.facecore.internal.models.ModelFile;
import dev.facecore.internal.models.ModelProblems;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One model into one folder: the licence first, then its files, then what to say if it fails. */
public final class ModelFetch {
  private ModelFetch() {}

  /**
   * Has a model in a folder.
   *
   * @return whether anything was fetched
   * @throws ModelException if the licence is refused or a file cannot be had
   */
  public static boolean run(
      ModelCatalogue catalogue, ModelEntry entry, Path folder, DownloadOptions options) {
    if (!AcceptedLicences.allow(entry, options.licences(), Optional.of(folder))) {
      throw ModelProblems.notCommercial(entry);
    }
    Downloader downloader = new Downloader(options.mirror(), options.progress());
    boolean hasFetched = false;
    if (!catalogue.isEmbedded(entry)) {
      for (ModelFile file : entry.files()) {
        hasFetched |= fetch(downloader, entry, file, folder, options.offline());
      }
    }
    if (!entry.commercialUse()) accept(entry, folder);
    return hasFetched;
  }

  private static boolean fetch(
      Downloader downloader, ModelEntry entry, ModelFile file, Path folder, boolean offline) {
    try {
      if (offline || file.download().isEmpty()) {
        if (Downloader.isThere(file, folder)) return false;
        throw new IOException(
            offline ? "nothing is fetched offline" : "the catalogue states no address");
      }
      return downloader.fetch(file, folder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ModelProblems.notFetched(entry, file, folder, "it was interrupted", e);
    } catch (IOException e) {
      throw ModelProblems.notFetched(entry, file, folder, reason(e), e);
    }
  }

  private static void accept(ModelEntry entry, Path folder) {
    try {
      Files.createDirectories(folder);
      AcceptedLicences.accept(entry, folder);
    } catch (IOException e) {
      throw new ModelException(
          "The acceptance of the licence of "
              + entry.name()
              + " cannot be written into "
              + folder
              + "; check its permissions.",
          e);
    }
  }

  private static String reason(IOException failure) {
    boolean isOfDisk = failure instanceof FileSystemException;
    return isOfDisk ? "cannot write " + failure.getMessage() : failure.getMessage();
  }
}
