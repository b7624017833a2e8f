package dev.facecore.internal.download;

import dev.facecore.fetch.DownloadOptions;
import dev.facecore.internal.check.Sha256;
import dev.facecore.internal.models.Download;
import dev.facecore.internal.models.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;

/** What the tests of downloads share. */
final class Downloads {
  static final Patience IMPATIENT =
      new Patience(
          Duration.ofSeconds(5),
          Duration.ofMillis(500),
          Duration.ofMillis(500),
          Duration.ofMillis(1),
          3);

  private Downloads() {}

  static Downloader downloader() {
    return new Downloader(Optional.empty(), DownloadOptions.Progress.SILENT, IMPATIENT);
  }

  static byte[] content(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  static ModelFile file(byte[] content, String address) {
    return new ModelFile(
        "model.onnx",
        HexFormat.of().formatHex(Sha256.digest().digest(content)),
        OptionalLong.of(content.length),
        Optional.empty(),
        Optional.of(Download.parse(address)));
  }

  /**
   * Waits until so much of the file is on the disk: a client may lose what it had not yet written
   * when a connection is cut.
   */
  static void awaitStored(Path folder, long size) throws IOException, InterruptedException {
    Path part = folder.resolve("model.onnx.part");
    long end = System.nanoTime() + 5_000_000_000L;
    while (!Files.exists(part) || Files.size(part) < size) {
      if (System.nanoTime() > end) throw new IOException("only " + names(folder) + " after 5 s");
      Thread.sleep(1);
    }
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
