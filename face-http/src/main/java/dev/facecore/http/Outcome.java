package dev.facecore.http;

import java.util.Optional;

/**
 * What became of a request, as far as it got. Written by the thread that answers it, read by the
 * one that finishes it.
 */
final class Outcome {
  private volatile String route;
  private volatile String error;
  private volatile Work work = Work.NONE;

  /** The request goes to the route of this path template. */
  void routed(String template) {
    route = template;
  }

  /** The request is refused with this sentence. */
  void refused(String sentence) {
    error = sentence;
  }

  void worked(Work done) {
    work = done;
  }

  /** The path template; empty when the request was refused before it was routed. */
  Optional<String> route() {
    return Optional.ofNullable(route);
  }

  Optional<String> error() {
    return Optional.ofNullable(error);
  }

  Work work() {
    return work;
  }
}
