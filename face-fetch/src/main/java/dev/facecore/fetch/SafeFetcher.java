package dev.facecore.fetch;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.ImageException;
import dev.facecore.ImageSource;
import dev.facecore.internal.check.Require;
import dev.facecore.internal.fetch.FetchPolicy;
import dev.facecore.internal.fetch.ImageFetcher;
import java.net.URI;

/**
 * Fetches images from http and https addresses that anyone may have sent: it cannot be led to a
 * private network, not by a name, a redirect, a spelling or a second DNS answer.
 *
 * <pre>{@code
 * try (SafeFetcher fetcher = SafeFetcher.create();
 *     FaceExtractor faces = FaceExtractor.create()) {
 *   faces.extract(List.of(fetcher.source("https://example.com/a.jpg")));
 * }
 * }</pre>
 *
 * <p>Thread-safe: build once, share, close after the extractors that use its sources. At most 12
 * addresses of one host are fetched at once, and 32 in all.
 */
public final class SafeFetcher implements AutoCloseable {
  private final ImageFetcher fetcher;

  SafeFetcher(FetchPolicy policy) {
    fetcher = new ImageFetcher(policy);
  }

  /**
   * Builds a fetcher that reaches public addresses only, with the default limits of the builder.
   */
  public static SafeFetcher create() {
    return builder().build();
  }

  /** Returns a builder for other limits. */
  public static SafeFetcherBuilder builder() {
    return new SafeFetcherBuilder();
  }

  /**
   * Returns a source that fetches an address when it is loaded, within the deadline of the call
   * that loads it. An address that is malformed, refused or unreachable is the failure of that
   * image.
   */
  public ImageSource source(String address) {
    Require.present("address", address);
    return ImageSource.blocking(address, deadline -> fetcher.fetch(address, deadline));
  }

  /** Returns a source as {@link #source(String)} does. */
  public ImageSource source(URI address) {
    return source(Require.present("address", address).toString());
  }

  /**
   * Returns the bytes behind an address; whether they are an image is not looked at. Blocks. Calls
   * with one deadline are one job: jobs share the connections fairly, and a host that let six
   * fetches of a job in a row run into a limit is not asked again by that job.
   *
   * @throws ImageException if the address is malformed or refused, or the server does not deliver
   *     in time; the message can be shown to the one who sent the address
   * @throws DeadlineException if the deadline ends or the thread is interrupted while it waits, or
   *     this fetcher is closed; an open connection is closed at once
   */
  public byte[] fetch(String address, Deadline deadline) {
    Require.present("deadline", deadline);
    return fetcher.fetch(Require.present("address", address), deadline);
  }

  /** Ends the fetches under way and stops the threads; closing twice is safe. */
  @Override
  public void close() {
    fetcher.close();
  }
}
