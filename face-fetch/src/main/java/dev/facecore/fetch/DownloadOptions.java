package dev.facecore.fetch;

import dev.facecore.internal.check.Require;
import dev.facecore.model.LicencePolicy;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Says how models are downloaded. Immutable; start from {@link #DEFAULTS} and change what differs.
 */
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

  /** Is told the progress of a download, on the thread that downloads. */
  @FunctionalInterface
  public interface Progress {
    /** Reports nothing. */
    Progress SILENT = (bytes, total) -> {};

    /**
     * Reports that bytes have arrived.
     *
     * @param bytes of the present file that are on the disk, those of an earlier try included
     * @param total how many there will be, if the server says so
     */
    void received(long bytes, OptionalLong total);

    /**
     * Reports that another program is downloading into the same folder and that this one waits for
     * it.
     */
    default void waiting() {}
  }

  /** Returns which licences the model may have. */
  public LicencePolicy licences() {
    return licences;
  }

  /**
   * Returns the mirror that replaces the scheme and host of every published address, if one is set.
   */
  public Optional<URI> mirror() {
    return Optional.ofNullable(mirror);
  }

  /** Returns whether downloads are refused, so that only existing files are used. */
  public boolean offline() {
    return offline;
  }

  /** Returns the listener that is told the progress. */
  public Progress progress() {
    return progress;
  }

  /**
   * Returns these options with other licences; {@link LicencePolicy#ANY} accepts the licence of the
   * model that is downloaded, for its folder.
   */
  public DownloadOptions withLicences(LicencePolicy changed) {
    return new DownloadOptions(changed, mirror, offline, progress);
  }

  /**
   * Returns these options with a mirror for the scheme and host of every published address.
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

  /** Returns these options with downloads refused or not. */
  public DownloadOptions withOffline(boolean changed) {
    return new DownloadOptions(licences, mirror, changed, progress);
  }

  /** Returns these options with another listener. */
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

  /** Compares all parts; equal options have the same listener. */
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
