package dev.facecore.internal.fetch;

import dev.facecore.Deadline;

/** Stub until the fetch branch is merged. */
public final class ImageFetcher implements AutoCloseable {
  public byte[] fetch(String address, Deadline deadline) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
