package dev.facecore.internal.album;

import dev.facecore.AlbumException;

/** What is said of an album whose file is not as it was written. */
final class Damage {
  private Damage() {}

  static AlbumException of(Exception cause) {
    return new AlbumException(
        "The album is damaged; restore a backup of its folder, or create the album again from its"
            + " images.",
        cause);
  }
}
