package dev.facecore.http.page;

import dev.facecore.http.connection.Delivery;
import dev.facecore.http.connection.Pieces;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * One file for browsers, with the headers that keep its page to itself. It is read when first asked
 * for, since the start would wait for megabytes that most services are never asked for, and then
 * held in memory.
 */
final class WebFile {
  private static final int TAG_BYTES = 16;

  private final Lazy<Content> content;
  private final String contentType;
  private final ContentPolicy policy;
  private final String caching;

  private WebFile(
      Supplier<byte[]> source, String contentType, ContentPolicy policy, String caching) {
    this.content = new Lazy<>(() -> Content.of(source.get()));
    this.contentType = contentType;
    this.policy = policy;
    this.caching = caching;
  }

  /** A file that changes with the service: browsers ask each time whether it has. */
  static WebFile current(Supplier<byte[]> source, String contentType, ContentPolicy policy) {
    return new WebFile(source, contentType, policy, "no-cache");
  }

  /** A file whose path names its version: browsers keep it. */
  static WebFile versioned(Supplier<byte[]> source, String contentType) {
    return new WebFile(source, contentType, ContentPolicy.NOTHING, "max-age=31536000, immutable");
  }

  /** The content of a file of this service. */
  static byte[] own(String file) {
    return read("/dev/facecore/http/" + file);
  }

  /** The content of a file on the class path. */
  static byte[] read(String resource) {
    try (InputStream stream = WebFile.class.getResourceAsStream(resource)) {
      if (stream == null) throw new IllegalStateException("the build lacks " + resource);
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void answer(Context context) {
    Content file = content.get();
    context
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "no-referrer")
        .header("Content-Security-Policy", policy.header())
        .header("Cache-Control", caching)
        .header("ETag", file.tag())
        .contentType(contentType);
    if (file.tag().equals(context.header("If-None-Match"))) {
      context.status(304);
    } else {
      Delivery.leave(context.req(), Pieces.of(file.bytes()));
    }
  }

  private record Content(byte[] bytes, String tag) {
    static Content of(byte[] bytes) {
      return new Content(bytes, WebFile.tag(bytes));
    }
  }

  private static String tag(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
