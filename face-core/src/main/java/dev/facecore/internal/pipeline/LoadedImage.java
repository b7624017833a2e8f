package dev.facecore.internal.pipeline;

import dev.facecore.internal.image.DecodedImage;

/** An image whose bytes or pixels are in memory. */
@FunctionalInterface
interface LoadedImage {
  /**
   * As many pixels as a first look for faces takes, and more when they are asked for; the caller
   * closes them.
   *
   * @param longerSide the size at which faces are looked for
   * @throws dev.facecore.ImageException if the data are damaged or hold too many pixels
   */
  DecodedImage decode(int longerSide);
}
