package dev.facecore.model;

import dev.facecore.internal.check.Require;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How models are fetched. Immutable.
 *
 * @param licences which licences the model may have; {@link LicencePolicy#ANY} accepts the one of
 *     the model that is fetched, for its folder
 * @param mirror stands for the scheme and host of every published address, such as {@code
 *     https://mirror.example.com/models}
 * @param offline whether nothing may be fetched, so that only what is there is looked at
 * @param progress is told how it goes on
 */
public record DownloadOptions(
    LicencePolicy licences, Optional<URI> mirror, boolean offline, Progress progress) {
  /** Is told how a fetch goes on, from the thread that fetches. */
  @FunctionalInterface
  public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (bytes, total) -> {};

    /**
     * Bytes have arrived.
     *
     * @param bytes of the present file that are on the disk, those of an earlier try included
     * @param total how many there will be, if the server says so
     */
    void received(long bytes, OptionalLong total);

    /** Another program is fetching into the same folder; this one waits for it. */
    default void waiting() {}
  }

  /** Models for commercial use, from where they are published, telling nobody. */
  public static final DownloadOptions DEFAULTS =
      new DownloadOptions(LicencePolicy.COMMERCIAL_ONLY, Optional.empty(), false, Progress.SILENT);

  /** Refuses a mirror that is no http or https address. */
  public DownloadOptions {
    Require.present("licences", licences);
    Require.present("mirror", mirror);
    Require.present("progress", progress);
    if (mirror.filter(address -> !isWeb(address)).isPresent()) {
      throw new IllegalArgumentException(
          "mirror must be an address like https://mirror.example.com/models, got " + mirror.get());
    }
  }

  private static boolean isWeb(URI address) {
    return address.getHost() != null
        && address.getQuery() == null
        && address.getFragment() == null
        && ("https".equalsIgnoreCase(address.getScheme())
            || "http".equalsIgnoreCase(address.getScheme()));
  }

  /** The same, with other licences. */
  public DownloadOptions withLicences(LicencePolicy policy) {
    return new DownloadOptions(policy, mirror, offline, progress);
  }

  /** The same, from a mirror. */
  public DownloadOptions withMirror(URI address) {
    return new DownloadOptions(licences, Optional.of(address), offline, progress);
  }

  /** The same, but nothing is fetched if {@code value} is true. */
  public DownloadOptions withOffline(boolean value) {
    return new DownloadOptions(licences, mirror, value, progress);
  }

  /** The same, telling someone. */
  public DownloadOptions withProgress(Progress listener) {
    return new DownloadOptions(licences, mirror, offline, listener);
  }
}
