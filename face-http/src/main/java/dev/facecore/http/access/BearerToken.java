package dev.facecore.http.access;

import dev.facecore.http.exchange.Problem;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in only those who present the service's token, where it has one. Compares digests in
 * constant time, so that neither the token's length nor its beginning can be measured.
 */
public final class BearerToken {
  private static final String SCHEME = "Bearer ";

  private final Optional<byte[]> expected;
  private final Set<String> open;

  /**
   * A guard.
   *
   * @param open the paths that need no token
   */
  public BearerToken(Optional<String> token, Set<String> open) {
    this.expected = token.map(BearerToken::digest);
    this.open = Set.copyOf(open);
  }

  /** 401 without the token; the body is not touched. */
  public void require(Context context) {
    if (expected.isEmpty() || open.contains(context.path()) || Cors.isPreflight(context)) return;
    byte[] presented = digest(presented(context.header("Authorization")));
    if (!MessageDigest.isEqual(expected.get(), presented)) throw Problem.unauthorized();
  }

  private static String presented(String authorization) {
    boolean bearer =
        authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return bearer ? authorization.substring(SCHEME.length()).trim() : "";
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
