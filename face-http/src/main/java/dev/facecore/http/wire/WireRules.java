package dev.facecore.http.wire;

import dev.facecore.http.response.Json;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What holds on the wire whatever writes the answer: safe headers unless a handler sets others, the
 * contract's form of the JSON content type, and one method that decides for all.
 */
public final class WireRules extends Handler.Wrapper {
  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    putSafeHeaders(response.getHeaders());
    Request routed = new RoutedRequest(request);
    return super.handle(routed, new InContractForm(routed, response), callback);
  }

  public static void configure(HttpConfiguration http) {
    http.setSendServerVersion(false);
    // A connection remembers headers, and would take a later one that differs in case only for the
    // same: a wrong token for the right one.
    http.setHeaderCacheCaseSensitive(true);
  }

  static void putSafeHeaders(HttpFields.Mutable headers) {
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
  }

  /** The servlet API rewrites content types; here they are written back. */
  private static final class InContractForm extends Response.Wrapper {
    private final HttpFields.Mutable headers;

    InContractForm(Request request, Response response) {
      super(request, response);
      headers = new JsonNamed(response.getHeaders());
    }

    @Override
    public HttpFields.Mutable getHeaders() {
      return headers;
    }
  }

  private static final class JsonNamed extends HttpFields.Mutable.Wrapper {
    private static final String REWRITTEN = "application/json;charset=utf-8";
    private static final HttpField JSON = new HttpField(HttpHeader.CONTENT_TYPE, Json.CONTENT_TYPE);

    JsonNamed(HttpFields.Mutable headers) {
      super(headers);
    }

    @Override
    public HttpField onAddField(HttpField field) {
      boolean json =
          field.getHeader() == HttpHeader.CONTENT_TYPE
              && REWRITTEN.equalsIgnoreCase(field.getValue());
      return json ? JSON : field;
    }

    @Override
    public HttpField onReplaceField(HttpField old, HttpField field) {
      return onAddField(field);
    }
  }
}
