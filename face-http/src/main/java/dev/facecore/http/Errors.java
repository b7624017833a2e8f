package dev.facecore.http;

import dev.facecore.DeadlineException;
import dev.facecore.TooManyFacesException;
import dev.facecore.http.exchange.Problem;
import dev.facecore.http.exchange.RequestContext;
import dev.facecore.http.response.ErrorBody;
import dev.facecore.http.response.Json;
import dev.facecore.http.response.Timestamps;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that turns exceptions into statuses. */
final class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private static final String INTERNAL = "Internal error; see the log of the service.";

  private Errors() {}

  static void register(RoutesConfig routes) {
    routes.exception(Problem.class, (problem, context) -> answer(context, problem));
    routes.exception(
        DeadlineException.class, (late, context) -> answer(context, Problem.of(408, late(late))));
    routes.exception(
        TooManyFacesException.class,
        (crowd, context) -> answer(context, Problem.badRequest(crowd.getMessage())));
    routes.exception(
        IOException.class,
        (gone, context) ->
            answer(context, Problem.badRequest("The body ended early; send it whole.")));
    routes.exception(
        NotFoundResponse.class,
        (e, context) -> answer(context, Problem.of(404, "The path does not exist.")));
    routes.exception(
        MethodNotAllowedResponse.class, (e, context) -> answer(context, notAllowed(e)));
    routes.exception(
        HttpResponseException.class,
        (e, context) -> answer(context, Problem.of(e.getStatus(), e.getMessage())));
    routes.exception(
        Exception.class,
        (defect, context) -> {
          LOG.error("{} Internal error.", RequestContext.of(context).id(), defect);
          answer(context, Problem.of(500, INTERNAL));
        });
  }

  /** What the JVM throws, such as a lack of memory. */
  static void answer(HttpServletResponse response, Error defect) {
    String id = response.getHeader("X-Request-Id");
    LOG.error("{} Internal error.", id, defect);
    response.setStatus(500);
    response.setContentType(Json.CONTENT_TYPE);
    try {
      response.getOutputStream().write(Json.bytes(new ErrorBody(INTERNAL, id, Timestamps.now())));
    } catch (IOException e) {
      LOG.debug("{} The client left before the refusal.", id);
    }
  }

  private static String late(DeadlineException late) {
    return late.getMessage() + " Send fewer or smaller images.";
  }

  private static Problem notAllowed(MethodNotAllowedResponse refusal) {
    Map<String, String> details = refusal.getDetails();
    String available = details.getOrDefault("availableMethods", "GET");
    TreeSet<String> methods = new TreeSet<>(List.of(available.split("\\s*,\\s*")));
    if (methods.contains("GET")) methods.add("HEAD");
    return Problem.methodNotAllowed(String.join(", ", methods));
  }

  private static void answer(Context context, Problem problem) {
    problem.headers().forEach(context::header);
    RequestContext request = RequestContext.of(context);
    request.outcome().refused(problem.getMessage());
    ErrorBody body = new ErrorBody(problem.getMessage(), request.id(), Timestamps.now());
    Json.answer(context, problem.status(), body);
  }
}
