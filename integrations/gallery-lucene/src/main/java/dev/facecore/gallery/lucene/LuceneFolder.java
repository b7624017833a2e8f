package dev.facecore.gallery.lucene;

import dev.facecore.gallery.GalleryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/** How a gallery's folder is written, and what its failures are called. */
final class LuceneFolder {
  private static final String MODEL = "model";
  private static final FileAttribute<?>[] OWNER_ONLY = {
    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
  };

  private final Directory directory;
  private final String model;

  LuceneFolder(Directory directory, String model) {
    this.directory = directory;
    this.model = model;
  }

  /** A folder that, if it is made here, only its owner may read; those above it are as usual. */
  static Directory directory(Path path) throws IOException {
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null) Files.createDirectories(parent);
    boolean hasOwners = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createDirectories(path, hasOwners ? OWNER_ONLY : new FileAttribute<?>[0]);
    return FSDirectory.open(path);
  }

  interface Change {
    void to(IndexWriter writer) throws IOException;
  }

  /**
   * Makes a change that is on the disk when this returns, or not at all. Threads wait for each
   * other; other programs, and other objects on the same folder, are refused.
   *
   * @return by how many the documents have become more
   */
  synchronized int write(Change change) throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, configuration())) {
      int before = writer.getDocStats().numDocs;
      change.to(writer);
      writer.flush();
      // Lucene only marks what is deleted; this rewrites the files that still hold the vectors.
      writer.forceMergeDeletes();
      writer.setLiveCommitData(Map.of(MODEL, model).entrySet());
      writer.commit();
      return writer.getDocStats().numDocs - before;
    }
  }

  String storedModel() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.getIndexCommit().getUserData().getOrDefault(MODEL, "an unknown model");
    }
  }

  void close() throws IOException {
    directory.close();
  }

  private static IndexWriterConfig configuration() {
    return new IndexWriterConfig()
        .setCommitOnClose(false)
        .setMergeScheduler(new SerialMergeScheduler())
        .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0));
  }

  interface Work<T> {
    T done() throws IOException;
  }

  static <T> T guarded(Work<T> work) {
    try {
      return work.done();
    } catch (LockObtainFailedException e) {
      throw new GalleryException(
          "Another program is writing to this gallery; retry when it has finished.", e);
    } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
      throw new GalleryException(
          "The gallery is damaged or of another version; use an earlier copy, or enrol everyone"
              + " in a new one.",
          e);
    } catch (IOException e) {
      throw new GalleryException(
          "The gallery's folder cannot be read or written; check that it is a folder, that you may"
              + " write there, and that the disk is not full.",
          e);
    }
  }
}
