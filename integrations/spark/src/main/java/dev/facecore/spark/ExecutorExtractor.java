package dev.facecore.spark;

import dev.facecore.FaceExtractor;

/**
 * The one extractor of an executor: made when its first task asks, shared by all tasks of that JVM,
 * closed when the JVM ends. Nothing of it is ever serialised.
 */
final class ExecutorExtractor {
  private static FaceExtractor shared;

  private ExecutorExtractor() {}

  /**
   * The extractor of this JVM, with the models of the job's jar and a thread for each core; never
   * to be closed by the caller. At most as many pictures are worked on at once as tasks run here.
   */
  static synchronized FaceExtractor get() {
    if (shared == null) {
      FaceExtractor created = FaceExtractor.create();
      // Closing waits for a picture under way; a network must not run while native code is
      // unloaded.
      Runtime.getRuntime().addShutdownHook(new Thread(created::close, "face-extractor-close"));
      shared = created;
    }
    return shared;
  }
}
