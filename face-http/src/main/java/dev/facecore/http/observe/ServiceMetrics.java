package dev.facecore.http.observe;

import dev.facecore.StageTimes;
import dev.facecore.StageTimes.Stage;
import dev.facecore.http.access.Admission;
import dev.facecore.http.access.ServiceGate;
import dev.facecore.http.connection.Delivery;
import dev.facecore.http.connection.Pieces;
import dev.facecore.http.exchange.Work;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What {@code GET /metrics} tells, in the text format of Prometheus. Every label takes few values,
 * whatever callers send. Thread-safe; each service has its own.
 */
public final class ServiceMetrics {
  /** Of the Prometheus text exposition format. */
  private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofSeconds(60),
    Duration.ofSeconds(180)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Counter processed = images("processed");
  private final Counter failed = images("failed");
  private final Counter faces = counter("facecore.faces", "Faces found.");
  private final Counter people = counter("facecore.people", "People found, summed over requests.");
  private final Counter load = stage("load");
  private final Counter detect = stage("detect");
  private final Counter embed = stage("embed");
  private final Counter dedup = stage("dedup");

  public ServiceMetrics(ServiceGate gate) {
    Admission admission = gate.admission();
    gauge(
        "facecore.requests.waiting",
        "Requests that upload or wait for their turn.",
        admission::waiting);
    gauge(
        "facecore.requests.in.flight",
        "Requests that were admitted and are not answered yet.",
        admission::inFlight);
    gauge(
        "facecore.ready",
        "1 when the service is ready, 0 otherwise.",
        () -> gate.isReady() ? 1 : 0);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    ResidentMemory.bindTo(registry);
  }

  private Counter images(String outcome) {
    return Counter.builder("facecore.images")
        .description("Images of requests.")
        .tag("outcome", outcome)
        .register(registry);
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  private Counter stage(String name) {
    return Counter.builder("facecore.stage")
        .description("Time of work, summed over images.")
        .baseUnit("seconds")
        .tag("stage", name)
        .register(registry);
  }

  private void gauge(String name, String description, Supplier<Number> measured) {
    Gauge.builder(name, measured).description(description).register(registry);
  }

  void count(FinishedRequest request) {
    Timer.builder("http.server.requests")
        .description("Requests, from their headers to the end of the answer.")
        .tag("method", METHODS.contains(request.method()) ? request.method() : "other")
        .tag("path", request.outcome().route().orElse("none"))
        .tag("status", String.valueOf(request.status()))
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(request.nanos(), TimeUnit.NANOSECONDS);
    Work work = request.outcome().work();
    processed.increment(work.images() - work.failed());
    failed.increment(work.failed());
    faces.increment(work.faces());
    people.increment(work.people());
    count(work.times());
  }

  /** Stages as the answer's timings_ms has them. */
  private void count(StageTimes times) {
    load.increment(seconds(times.of(Stage.LOAD, Stage.DECODE)));
    detect.increment(seconds(times.of(Stage.DETECT)));
    embed.increment(seconds(times.of(Stage.ALIGN, Stage.EMBED, Stage.HEADSHOT)));
    dedup.increment(seconds(times.of(Stage.DEDUP)));
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  public void answer(Context context) {
    context.contentType(CONTENT_TYPE);
    Delivery.leave(context.req(), Pieces.of(registry.scrape().getBytes(StandardCharsets.UTF_8)));
  }
}
