package dev.facecore.internal.download;

import dev.facecore.fetch.DownloadOptions;
import dev.facecore.internal.check.Sha256;
import dev.facecore.internal.models.Download;
import dev.facecore.internal.models.ModelFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipException;

/**
 * Fetches the files of models into a folder. A file gets its name when it is whole, has the SHA-256
 * that the catalogue states and is on the disk; what has arrived before that is kept and gone on
 * with.
 */
public final class Downloader {
  // Each brought something: a server that drips forever is given up at last.
  private static final int MOST_CONNECTIONS = 200;

  private final Optional<URI> mirror;
  private final Patience patience;
  private final DownloadOptions.Progress progress;

  /**
   * Waits as long as it is sensible on bad lines.
   *
   * @param mirror an address that stands for the scheme and host of every published one
   */
  public Downloader(Optional<URI> mirror, DownloadOptions.Progress progress) {
    this(mirror, progress, Patience.DEFAULT);
  }

  Downloader(Optional<URI> mirror, DownloadOptions.Progress progress, Patience patience) {
    this.mirror = mirror;
    this.progress = progress;
    this.patience = patience;
  }

  /**
   * Has a file in a folder; fetches nothing if it is there already.
   *
   * @return whether it was fetched
   * @throws IOException with a message for people if it cannot be had
   */
  public boolean fetch(ModelFile file, Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    try (FolderLock lock = FolderLock.take(folder, progress::waiting)) {
      Path target = folder.resolve(file.name());
      if (isThere(file, folder)) return false;
      fetchWhole(file, target);
      return true;
    }
  }

  /** Whether a folder has the file, with the right content. */
  static boolean isThere(ModelFile file, Path folder) throws IOException {
    Path target = folder.resolve(file.name());
    return Files.isRegularFile(target) && Sha256.of(target).equals(file.sha256());
  }

  // What was gone on with may be of two versions: then once more, from nothing.
  private void fetchWhole(ModelFile file, Path target) throws IOException, InterruptedException {
    PartialFile part = new PartialFile(target);
    boolean isContinued = part.size() > 0;
    try {
      fetchOnce(file, part, target);
    } catch (WrongContentException e) {
      if (!isContinued) throw e;
      fetchOnce(file, part, target);
    }
  }

  private void fetchOnce(ModelFile file, PartialFile part, Path target)
      throws IOException, InterruptedException {
    Download download =
        file.download().orElseThrow(() -> new IOException(file.name() + " is published nowhere"));
    URI address = Addresses.from(download.address(), mirror);
    boolean isArchive = download.member().isPresent();
    transfer(address, part, isArchive ? OptionalLong.empty() : file.bytes());
    if (isArchive) {
      unpack(file, download, part, target);
    } else {
      requireSame(file, part, part.path());
      part.moveTo(target);
    }
  }

  private void transfer(URI address, PartialFile part, OptionalLong expected)
      throws IOException, InterruptedException {
    Transfer transfer = new Transfer(patience, progress);
    long pause = patience.pause().toMillis();
    int inVain = 0;
    for (int connections = 1; ; connections++) {
      long before = part.size();
      try {
        transfer.run(address, part, expected);
        return;
      } catch (BrokenOffException e) {
        inVain = part.size() > before ? 0 : inVain + 1;
        if (inVain >= patience.attempts() || connections >= MOST_CONNECTIONS) throw e;
        Thread.sleep(pause << Math.max(0, inVain - 1));
      }
    }
  }

  private static void unpack(ModelFile file, Download download, PartialFile part, Path target)
      throws IOException {
    Path unpacked = target.resolveSibling(file.name() + ".unpacked");
    try {
      ArchiveMember.unpack(
          part.path(),
          download.member().orElseThrow(),
          unpacked,
          file.bytes().orElse(Transfer.LARGEST));
      requireSame(file, part, unpacked);
      Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
      part.delete();
    } catch (ZipException e) {
      part.delete();
      throw new WrongContentException("the archive is not the expected one: " + e.getMessage());
    } finally {
      Files.deleteIfExists(unpacked);
    }
  }

  private static void requireSame(ModelFile file, PartialFile part, Path content)
      throws IOException {
    String found = Sha256.of(content);
    if (found.equals(file.sha256())) return;
    part.delete();
    throw new WrongContentException(
        "what arrived is another file: its SHA-256 is " + found + " instead of " + file.sha256());
  }
}
