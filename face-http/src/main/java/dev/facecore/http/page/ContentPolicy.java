package dev.facecore.http.page;

/**
 * What a page may load and do, as Content-Security-Policy Level 3 writes it; nothing from anywhere
 * else in any case.
 */
enum ContentPolicy {
  /** For files that are no pages. */
  NOTHING(""),
  /** Our own page; previews and headshots are made in the browser. */
  OWN_PAGE("script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "),
  /** Swagger UI and ReDoc write style elements, and ReDoc searches in a worker. */
  DOCUMENTATION(
      "script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
          + "connect-src 'self'; worker-src blob:; ");

  private final String header;

  ContentPolicy(String allowed) {
    header =
        "default-src 'none'; "
            + allowed
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  String header() {
    return header;
  }
}
