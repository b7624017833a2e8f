package dev.facecore.fetch;

import dev.facecore.internal.check.Require;
import dev.facecore.model.LicencePolicy;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How models are downloaded. Immutable; start from {@link #DEFAULTS} and change what differs. */
public final class DownloadOptions {
  /** Models for commercial use, from where they are published, without reports of progress. */
  public static final DownloadOptions DEFAULTS =
      new DownloadOptions(LicencePolicy.COMMERCIAL_ONLY, null, false, Progress.SILENT);

  private final LicencePolicy licences;
  private final @Nullable URI mirror;
  private final boolean offline;
  private final Progress progress;

  private DownloadOptions(
      LicencePolicy licences, @Nullable URI mirror, boolean offline, Progress progress) {
    this.licences = Require.present("licences", licences);
    this.mirror = mirror;
    this.offline = offline;
    this.progress = Require.present("progress", progress);
  }

  /** Is told how a download goes on, from the thread that downloads. */
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

    /** Another program is downloading into the same folder; this one waits for it. */
    default void waiting() {}
  }

  /** Which licences the model may have. */
  public LicencePolicy licences() {
    return licences;
  }

  /** What stands for the scheme and host of every published address, if anything does. */
  public Optional<URI> mirror() {
    return Optional.ofNullable(mirror);
  }

  /** Whether nothing may be downloaded, so that only what is there is looked at. */
  public boolean offline() {
    return offline;
  }

  /** What is told how it goes on. */
  public Progress progress() {
    return progress;
  }

  /**
   * These options with other licences; {@link LicencePolicy#ANY} accepts the licence of the model
   * that is downloaded, for its folder.
   */
  public DownloadOptions withLicences(LicencePolicy changed) {
    return new DownloadOptions(changed, mirror, offline, progress);
  }

  /**
   * These options with a mirror for the scheme and host of every published address.
   *
   * @param changed such as {@code https://mirror.example.com/models}
   * @throws IllegalArgumentException if it is not an http or https address
   */
  public DownloadOptions withMirror(URI changed) {
    if (!isWeb(Require.present("mirror", changed))) {
      throw new IllegalArgumentException(
          "mirror must be an address like https://mirror.example.com/models, got " + changed);
    }
    return new DownloadOptions(licences, changed, offline, progress);
  }

  /** These options, but nothing is downloaded if {@code changed} is true. */
  public DownloadOptions withOffline(boolean changed) {
    return new DownloadOptions(licences, mirror, changed, progress);
  }

  /** These options with another listener. */
  public DownloadOptions withProgress(Progress changed) {
    return new DownloadOptions(licences, mirror, offline, changed);
  }

  private static boolean isWeb(URI address) {
    return address.getHost() != null
        && address.getQuery() == null
        && address.getFragment() == null
        && ("https".equalsIgnoreCase(address.getScheme())
            || "http".equalsIgnoreCase(address.getScheme()));
  }

  /** Equal options have the same listener. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DownloadOptions that
        && licences == that.licences
        && Objects.equals(mirror, that.mirror)
        && offline == that.offline
        && progress.equals(that.progress);
  }

  @Override
  public int hashCode() {
    return Objects.hash(licences, mirror, offline, progress);
  }

  @Override
  public String toString() {
    return "DownloadOptions[licences="
        + licences
        + ", mirror="
        + mirror
        + ", offline="
        + offline
        + "]";
  }
}
