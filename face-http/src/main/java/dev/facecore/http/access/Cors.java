package dev.facecore.http.access;

import dev.facecore.http.settings.Origins;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;

/**
 * Which pages of other origins may call the service from a browser: those named and no other. With
 * none named there is no CORS header at all.
 */
public final class Cors {
  private static final String METHODS = "GET, HEAD, POST";
  private static final String REQUEST_HEADERS = "Authorization, Content-Type";
  private static final String ANSWER_HEADERS = "X-Request-Id, Retry-After";

  /** Two hours in seconds, the longest that Chromium keeps a preflight's answer. */
  private static final String MAX_AGE = "7200";

  private final List<String> allowed;
  private final boolean anyone;

  /**
   * For some origins.
   *
   * @param allowed as {@link Origins#of} gives them
   */
  public Cors(List<String> allowed) {
    this.allowed = List.copyOf(allowed);
    this.anyone = allowed.contains(Origins.ANY);
  }

  /** Whether a browser asks what it may send, rather than sends it. */
  static boolean isPreflight(Context context) {
    return context.method().equals(HandlerType.OPTIONS)
        && context.header("Origin") != null
        && context.header("Access-Control-Request-Method") != null;
  }

  /** Adds the headers that the caller's origin is entitled to, and answers its preflights. */
  public void apply(Context context) {
    if (allowed.isEmpty()) return;
    String origin = context.header("Origin");
    if (!anyone) context.header("Vary", "Origin");
    if (origin == null || !(anyone || allowed.contains(origin))) return;
    context.header("Access-Control-Allow-Origin", anyone ? Origins.ANY : origin);
    context.header("Access-Control-Expose-Headers", ANSWER_HEADERS);
    if (isPreflight(context)) answerPreflight(context);
  }

  private static void answerPreflight(Context context) {
    context.header("Access-Control-Allow-Methods", METHODS);
    context.header("Access-Control-Allow-Headers", REQUEST_HEADERS);
    context.header("Access-Control-Max-Age", MAX_AGE);
    context.status(204).skipRemainingHandlers();
  }
}
