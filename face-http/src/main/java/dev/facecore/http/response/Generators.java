package dev.facecore.http.response;

import com.fasterxml.jackson.core.JsonFactory;

/** Where generators come from; one for all, for it keeps their buffers. */
final class Generators {
  static final JsonFactory FACTORY = new JsonFactory();

  private Generators() {}
}
