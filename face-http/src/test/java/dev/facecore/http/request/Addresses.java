package dev.facecore.http.request;

import dev.facecore.ImageSource;

/** Addresses of requests that are read and not answered. */
final class Addresses {
  private Addresses() {}

  static ImageSource unfetched(String address) {
    return ImageSource.blocking(
        address,
        deadline -> {
          throw new AssertionError(address + " was fetched");
        });
  }
}
