package dev.facecore.internal.album;

import dev.facecore.internal.check.Require;
import dev.facecore.stage.Readability;

/** How an album groups; it never changes. */
public record AlbumSettings(double similarity, boolean samePhotoDistinct, Readability readability) {
  /** Refuses a similarity outside 0 to 1. */
  public AlbumSettings {
    Require.ratio("similarity", similarity);
    Require.present("readability", readability);
  }
}
