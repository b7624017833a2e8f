package dev.facecore.video;

import dev.facecore.ImageSource;

/**
 * One frame of a video, as displayed.
 *
 * @param seconds when it is shown, from the first frame
 * @param bitmap the encoded picture; not copied
 */
record VideoFrame(double seconds, byte[] bitmap) {
  /** For the extractor. */
  ImageSource source() {
    return ImageSource.bytes("the frame at " + seconds + " s", bitmap);
  }
}
