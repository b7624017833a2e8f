package dev.facecore.internal.pipeline;

import dev.facecore.TooManyFacesException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the faces of one batch before they are embedded, which is what takes the memory. Whether a
 * batch is refused depends on its pictures alone, never on who is quicker. Thread-safe.
 */
final class FaceCount {
  // The greatest number stands for no limit.
  private final int most;
  private final AtomicLong count = new AtomicLong();

  FaceCount(int most) {
    this.most = most;
  }

  /**
   * Counts the faces of one picture.
   *
   * @throws TooManyFacesException if there are more than allowed with them
   */
  void add(int faces) {
    if (count.addAndGet(faces) > most && most < Integer.MAX_VALUE) {
      throw new TooManyFacesException(
          "The images show more than "
              + most
              + " faces; send fewer images at once, or look for larger faces only.");
    }
  }
}
