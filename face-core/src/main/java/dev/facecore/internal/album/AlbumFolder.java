package dev.facecore.internal.album;

import dev.facecore.AlbumException;
import dev.facecore.ExtractionOptions;
import dev.facecore.FaceExtractor;
import java.io.IOException;
import java.nio.file.Path;

/** Opens albums: in memory, or in a folder. */
public final class AlbumFolder {
  private AlbumFolder() {}

  /** An empty album in memory. */
  public static AlbumContent inMemory(AlbumSettings settings) {
    return new AlbumContent(SavedAlbum.empty(settings), new MemoryKeeper(false));
  }

  /** Makes an empty album in a folder, which need not be there. */
  public static AlbumContent create(Path folder, AlbumSettings settings) throws IOException {
    OwnFiles.createFolder(folder);
    AlbumFile file = AlbumFile.lock(folder);
    try {
      if (AlbumFile.isIn(folder)) {
        throw new AlbumException(
            "The folder already contains an album; open it, or name another folder.");
      }
      SavedAlbum album = SavedAlbum.empty(settings);
      file.rewrite(album::write);
      return new AlbumContent(album, new FileKeeper(file));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Opens an album for changes. */
  public static AlbumContent open(Path folder) throws IOException {
    AlbumFile file = AlbumFile.lock(folder);
    try {
      SavedAlbum album = new SavedAlbum();
      file.open(album);
      return new AlbumContent(album.restored(), new FileKeeper(file));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Opens an album for changes with faces of this extractor, or makes it. */
  public static AlbumContent open(Path folder, FaceExtractor extractor) throws IOException {
    if (!AlbumFile.isIn(folder)) {
      double similarity = ExtractionOptions.DEFAULTS.threshold().similarity(extractor.thresholds());
      return create(folder, new AlbumSettings(similarity, false, extractor.readability()));
    }
    AlbumContent album = open(folder);
    String model = album.model();
    if (model == null || model.equals(extractor.model())) return album;
    album.close();
    throw new AlbumException(
        "The album has faces of the model "
            + model
            + ", the extractor makes those of "
            + extractor.model()
            + "; use the album's model, or create an album in another folder.");
  }

  /** Reads an album as it is at this moment. */
  public static AlbumContent read(Path folder) throws IOException {
    SavedAlbum album = new SavedAlbum();
    AlbumFile.read(folder, album);
    return new AlbumContent(album.restored(), new MemoryKeeper(true));
  }
}
