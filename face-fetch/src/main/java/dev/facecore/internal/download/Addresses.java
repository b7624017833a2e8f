package dev.facecore.internal.download;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/** From where a published file is really taken. */
final class Addresses {
  private Addresses() {}

  /**
   * The published address, or the same path below the mirror's.
   *
   * @throws IOException if it is plain http to another machine and no mirror that was asked for
   */
  static URI from(URI published, Optional<URI> mirror) throws IOException {
    if (mirror.isEmpty()) return requireSafe(published);
    String base = mirror.get().toString().replaceAll("/+$", "");
    return URI.create(base + published.getRawPath());
  }

  private static URI requireSafe(URI address) throws IOException {
    boolean isHttps = address.getScheme().equalsIgnoreCase("https");
    if (isHttps || InetAddress.getByName(address.getHost()).isLoopbackAddress()) return address;
    throw new IOException(address + " is not an https address");
  }
}
