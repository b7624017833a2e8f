package dev.facecore.http.exchange;

import java.util.Map;

/** Why a request is refused: a status and one sentence for the caller. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Map<String, String> headers;

  private Problem(int status, String message, Map<String, String> headers) {
    super(message, null, false, false); // the sentence says it all: no stack trace
    this.status = status;
    this.headers = headers;
  }

  /** The request itself is wrong. */
  public static Problem badRequest(String message) {
    return new Problem(400, message, Map.of());
  }

  /** A fault of the given status. */
  public static Problem of(int status, String message) {
    return new Problem(status, message, Map.of());
  }

  /** The body is of another kind than can be read. */
  public static Problem unsupported(String message) {
    return new Problem(415, message, Map.of());
  }

  public static Problem unauthorized() {
    return new Problem(
        401,
        "Send the service's token in the header Authorization: Bearer TOKEN.",
        Map.of("WWW-Authenticate", "Bearer"));
  }

  public static Problem methodNotAllowed(String allowed) {
    return new Problem(405, "This path takes " + allowed + " only.", Map.of("Allow", allowed));
  }

  /** The body is larger than allowed. */
  public static Problem tooLarge(long maxBytes) {
    return new Problem(
        413,
        "The request is larger than the limit of "
            + maxBytes
            + " bytes; send fewer or smaller images.",
        Map.of());
  }

  public static Problem busy(int retryAfterSeconds) {
    return new Problem(
        429,
        "Too many requests are waiting; try again later.",
        Map.of("Retry-After", String.valueOf(retryAfterSeconds)));
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
