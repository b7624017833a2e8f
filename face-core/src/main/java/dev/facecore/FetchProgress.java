package dev.facecore;

import java.util.OptionalLong;

/** Is told how a fetch goes on, from the thread that fetches. */
@FunctionalInterface
public interface FetchProgress {
  /** Tells nobody. */
  FetchProgress SILENT = (bytes, total) -> {};

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
