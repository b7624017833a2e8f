package dev.facecore.http.wire;

import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/**
 * A request as guard, CORS and router see it: one method decides for all of them.
 *
 * <p>HEAD is answered as GET is; the connection knows what was sent and leaves the body out. A
 * method that no route can have becomes one unknown name, because Javalin has routes of its own
 * under names such as BEFORE. Headers that make Javalin take the request for another one are left
 * out.
 */
final class RoutedRequest extends Request.Wrapper {
  private static final String UNKNOWN_METHOD = "UNKNOWN";
  private static final Set<String> METHODS =
      Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

  // The second would hand the request to the router of web sockets, which has no guard.
  private static final Set<String> IGNORED =
      Set.of("X-HTTP-Method-Override", "Sec-WebSocket-Version");

  private final String method;
  private final HttpFields headers;

  RoutedRequest(Request request) {
    super(request);
    method = method(request.getMethod());
    headers = headers(request.getHeaders());
  }

  private static String method(String sent) {
    if (HttpMethod.HEAD.is(sent)) return HttpMethod.GET.asString();
    return METHODS.contains(sent) ? sent : UNKNOWN_METHOD;
  }

  private static HttpFields headers(HttpFields sent) {
    if (IGNORED.stream().noneMatch(sent::contains)) return sent;
    HttpFields.Mutable routed = HttpFields.build(sent);
    IGNORED.forEach(routed::remove);
    return routed.asImmutable();
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public HttpFields getHeaders() {
    return headers;
  }
}
