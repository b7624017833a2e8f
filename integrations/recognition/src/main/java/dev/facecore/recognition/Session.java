package dev.facecore.recognition;

import dev.facecore.FaceExtractor;
import dev.facecore.console.stop.OrderlyStop;
import dev.facecore.gallery.Gallery;
import dev.facecore.internal.natives.NativeHeap;
import dev.facecore.stage.FaceEmbedder;
import picocli.CommandLine.Model.CommandSpec;

/** What a command works with: the embedded models, and a gallery of the same embedding model. */
record Session(FaceExtractor extractor, Gallery gallery) implements AutoCloseable {
  static Session open(GalleryChoice choice, CommandSpec spec) {
    FaceEmbedder embedder = FaceEmbedder.load("ArcFace");
    FaceExtractor extractor = extractor(embedder);
    try {
      return new Session(extractor, choice.open(embedder.model(), spec));
    } catch (RuntimeException e) {
      extractor.close();
      throw e;
    }
  }

  private static FaceExtractor extractor(FaceEmbedder embedder) {
    try {
      return OrderlyStop.open(
          FaceExtractor.builder()
              .embedder(embedder)
              .onPicture((picture, analysis) -> NativeHeap.trim()));
    } catch (RuntimeException e) {
      embedder.close();
      throw e;
    }
  }

  @Override
  public void close() {
    extractor.close();
    gallery.close();
  }
}
