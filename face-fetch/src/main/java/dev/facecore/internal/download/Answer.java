package dev.facecore.internal.download;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The head of an answer, for someone who has the first bytes of the file already. */
final class Answer {
  private static final Pattern RANGE =
      Pattern.compile("bytes ([0-9]{1,18})-[0-9]+/([0-9]{1,18}|\\*)");
  private static final Pattern UNSATISFIED = Pattern.compile("bytes \\*/([0-9]{1,18})");

  private final HttpResponse<?> response;

  Answer(HttpResponse<?> response) {
    this.response = response;
  }

  int status() {
    return response.statusCode();
  }

  /** Whether the same question may have a better answer later. */
  boolean isPassing() {
    return status() == 408 || status() == 429 || status() >= 500;
  }

  /** How long the whole file is, if the server says so. */
  OptionalLong total() {
    if (status() != 206) return response.headers().firstValueAsLong("content-length");
    Optional<Matcher> range = contentRange(RANGE).filter(found -> !found.group(2).equals("*"));
    return range.isPresent()
        ? OptionalLong.of(Long.parseLong(range.get().group(2)))
        : OptionalLong.empty();
  }

  /** Whether this is the rest of the file from a byte on. */
  boolean continuesAt(long start) {
    return status() == 206
        && contentRange(RANGE).filter(at -> Long.parseLong(at.group(1)) == start).isPresent();
  }

  /** Whether the server has no byte after these because they are all. */
  boolean endsAt(long size) {
    return status() == 416
        && contentRange(UNSATISFIED).filter(at -> Long.parseLong(at.group(1)) == size).isPresent();
  }

  /** By what the server can be asked for this version again: a strong entity tag, or a date. */
  Optional<String> version() {
    return response
        .headers()
        .firstValue("etag")
        .filter(tag -> tag.startsWith("\""))
        .or(() -> response.headers().firstValue("last-modified"));
  }

  /** The status in words for a message. */
  IOException asFailure(String host) {
    String text = host + " answers with status " + status();
    return isPassing() ? new BrokenOffException(text) : new IOException(text);
  }

  private Optional<Matcher> contentRange(Pattern form) {
    return response
        .headers()
        .firstValue("content-range")
        .map(form::matcher)
        .filter(Matcher::matches);
  }
}
