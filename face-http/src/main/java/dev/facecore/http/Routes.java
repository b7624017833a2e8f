package dev.facecore.http;

import dev.facecore.Deadline;
import dev.facecore.http.access.BearerToken;
import dev.facecore.http.access.Cors;
import dev.facecore.http.access.ServiceGate;
import dev.facecore.http.connection.Connections;
import dev.facecore.http.connection.Delivery;
import dev.facecore.http.connection.WatchfulConnector;
import dev.facecore.http.exchange.Problem;
import dev.facecore.http.exchange.RequestContext;
import dev.facecore.http.exchange.RequestIds;
import dev.facecore.http.observe.RequestLedger;
import dev.facecore.http.observe.ServiceMetrics;
import dev.facecore.http.page.Lazy;
import dev.facecore.http.page.Pages;
import dev.facecore.http.request.BodyType;
import dev.facecore.http.response.Health;
import dev.facecore.http.response.Json;
import dev.facecore.http.settings.ListenAddress;
import dev.facecore.http.settings.Settings;
import dev.facecore.http.settings.ThreadBudget;
import dev.facecore.http.wire.JettyErrors;
import dev.facecore.http.wire.WireRules;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.util.Set;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;

/** The service as a table: which path does what. */
final class Routes {
  private final Settings settings;
  private final ServiceGate gate;
  private final ExtractFaces extractFaces;
  private final RequestIds ids = new RequestIds();
  // Its libraries take a tenth of a second to load, which the start need not wait for.
  private final Lazy<ServiceMetrics> metrics;
  private final Cors cors;
  private final Delivery delivery;
  private final Connections connections;

  Routes(
      Settings settings,
      ServiceGate gate,
      ExtractFaces extractFaces,
      Delivery delivery,
      Connections connections) {
    this.settings = settings;
    this.gate = gate;
    this.extractFaces = extractFaces;
    this.delivery = delivery;
    this.connections = connections;
    this.metrics = new Lazy<>(() -> new ServiceMetrics(gate));
    this.cors = new Cors(settings.allowedOrigins());
  }

  Javalin server() {
    return Javalin.create(this::configure);
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.defaultContentType = Json.CONTENT_TYPE;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.router.javaLangErrorHandler(Errors::answer);
    config.jetty.threadPool = ThreadBudget.of(settings).serverPool();
    config.jetty.modifyHttpConfiguration(WireRules::configure);
    config.jetty.addConnector(this::connector);
    config.jetty.modifyServer(this::frame);
    config.routes.before(context -> RequestContext.begin(context, ids.next()));
    config.routes.before(cors::apply);
    Set<String> open = Pages.register(config.routes);
    open.addAll(Set.of("/health", "/ready"));
    config.routes.before(new BearerToken(settings.apiToken(), open)::require);
    config.routes.beforeMatched(Routes::note);
    config.routes.get("/health", context -> health(context, "healthy"));
    config.routes.get("/ready", this::ready);
    config.routes.get("/metrics", context -> metrics.get().answer(context));
    config.routes.post("/extract-faces", this::extract);
    Errors.register(config.routes);
  }

  private Connector connector(Server server, HttpConfiguration http) {
    ListenAddress address = settings.address();
    return new WatchfulConnector(server, http, connections, address.host(), address.port());
  }

  private void frame(Server server) {
    server.setErrorHandler(new JettyErrors(ids));
    server.setRequestLog(new RequestLedger(ids, metrics));
    server.insertHandler(new WireRules());
    server.insertHandler(delivery);
  }

  private static void note(Context context) {
    Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
    RequestContext.of(context).outcome().routed(endpoint == null ? "files" : endpoint.path);
  }

  private void ready(Context context) {
    gate.requireReady();
    health(context, "ready");
  }

  private void health(Context context, String status) {
    Json.answer(context, 200, Health.of(status, settings));
  }

  private void extract(Context context) throws IOException {
    // The header as it was sent: the servlet API would look its charset up, which means nothing.
    BodyType type = BodyType.of(context.header("Content-Type"));
    requirePlain(context);
    requireLength(context);
    Deadline deadline = Deadline.after(settings.requestTimeout());
    try (ServiceGate.Visit visit = gate.enter(deadline)) {
      RequestContext request = RequestContext.of(context);
      Json.stream(context, 200, extractFaces.answer(context.req(), type, visit, request));
    }
  }

  private static void requirePlain(Context context) {
    String encoding = context.header("Content-Encoding");
    if (encoding != null && !encoding.trim().equalsIgnoreCase("identity")) {
      throw Problem.unsupported("Send the body without a Content-Encoding.");
    }
  }

  /** Refuses what is announced as too large; what is not announced is counted while it is read. */
  private void requireLength(Context context) {
    if (context.req().getContentLengthLong() > settings.maxRequestBytes()) {
      throw Problem.tooLarge(settings.maxRequestBytes());
    }
  }
}
