package dev.facecore.recognition;

import dev.facecore.FaceExtractor;
import dev.facecore.console.stop.OrderlyStop;
import dev.facecore.gallery.Gallery;
import dev.facecore.internal.natives.ProgramMemory;
import picocli.CommandLine.Model.CommandSpec;

/** What a command works with: the embedded models, and a gallery of the same embedding model. */
record Session(FaceExtractor extractor, Gallery gallery) implements AutoCloseable {
  static Session open(GalleryChoice choice, CommandSpec spec) {
    FaceExtractor extractor =
        OrderlyStop.open(
            FaceExtractor.builder().onPicture((picture, analysis) -> ProgramMemory.trim()));
    try {
      return new Session(extractor, choice.open(extractor.model(), spec));
    } catch (RuntimeException e) {
      extractor.close();
      throw e;
    }
  }

  @Override
  public void close() {
    extractor.close();
    gallery.close();
  }
}
