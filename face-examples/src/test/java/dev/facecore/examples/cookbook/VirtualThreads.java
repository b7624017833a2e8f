package dev.facecore.examples.cookbook;

import dev.facecore.FaceExtractor;
import dev.facecore.ImageSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Shares one extractor among any number of threads, virtual ones among them. */
final class VirtualThreads {
  private VirtualThreads() {}

  static int countFaces(FaceExtractor extractor, List<Path> files, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    List<Future<Integer>> counts = new ArrayList<>();
    for (Path file : files) {
      counts.add(threads.submit(() -> extractor.analyze(ImageSource.file(file)).faces().size()));
    }
    int faces = 0;
    for (Future<Integer> count : counts) faces += count.get();
    return faces;
  }
}
