package dev.facecore.http.wire;

import dev.facecore.http.exchange.RequestContext;
import dev.facecore.http.exchange.RequestIds;
import dev.facecore.http.response.ErrorBody;
import dev.facecore.http.response.Json;
import dev.facecore.http.response.Timestamps;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What the web server itself refuses, such as bad HTTP or a malformed path, in the words of every
 * refusal.
 */
public final class JettyErrors extends ErrorHandler {
  private final RequestIds ids;

  public JettyErrors(RequestIds ids) {
    this.ids = ids;
  }

  /** Every refusal has a body. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    RequestContext context = RequestContext.of(request, ids);
    WireRules.putSafeHeaders(response.getHeaders());
    response.getHeaders().put("X-Request-Id", context.id());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Json.CONTENT_TYPE);
    String sentence = "The request cannot be read: " + HttpStatus.getMessage(code) + ".";
    context.outcome().refused(sentence);
    ErrorBody body = new ErrorBody(sentence, context.id(), Timestamps.now());
    response.write(true, ByteBuffer.wrap(Json.bytes(body)), callback);
  }
}
