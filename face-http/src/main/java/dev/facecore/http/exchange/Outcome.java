package dev.facecore.http.exchange;

import java.util.Optional;

/**
 * What became of a request, as far as it got. Written by the thread that answers it, read by the
 * one that finishes it.
 */
public final class Outcome {
  private volatile String route;
  private volatile String error;
  private volatile Work work = Work.NONE;

  /** The request goes to the route of this path template. */
  public void routed(String template) {
    route = template;
  }

  /** The request is refused with this sentence. */
  public void refused(String sentence) {
    error = sentence;
  }

  public void worked(Work done) {
    work = done;
  }

  /** The path template; empty when the request was refused before it was routed. */
  public Optional<String> route() {
    return Optional.ofNullable(route);
  }

  public Optional<String> error() {
    return Optional.ofNullable(error);
  }

  public Work work() {
    return work;
  }
}
