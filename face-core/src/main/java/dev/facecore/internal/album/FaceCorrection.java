package dev.facecore.internal.album;

import dev.facecore.FaceRef;

/** What was said of two faces, or taken back. */
record FaceCorrection(Kind kind, FaceRef a, FaceRef b) {
  enum Kind {
    SAME,
    DIFFERENT,
    WITHDRAW
  }
}
