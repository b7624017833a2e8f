package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.http.settings.Build;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private static final Pattern LINK =
      Pattern.compile("(?:src=|href=|from )\"((?!https?:)[^\"]+)\"");
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.startUnready(Map.of());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void whatever_a_page_names_is_served_with_its_type() {
    Map<String, String> types = new TreeMap<>();
    for (String page : List.of("/", "/docs", "/redoc")) follow(service.at(page), types);
    assertTrue(types.size() > 20, types.keySet().toString());
    types.forEach((path, type) -> assertEquals(typeOf(path), type, path));
  }

  private static void follow(URI first, Map<String, String> types) {
    Deque<URI> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      URI address = open.pop();
      if (types.containsKey(address.getPath())) continue;
      Answer answer = ServiceClient.get(address);
      assertEquals(200, answer.status(), address.toString());
      types.put(address.getPath(), answer.header("Content-Type").orElseThrow().replace("; ", ";"));
      if (address.getPath().startsWith("/assets/")) continue;
      LINK.matcher(answer.text())
          .results()
          .forEach(link -> open.add(address.resolve(link.group(1))));
    }
  }

  private static String typeOf(String path) {
    String suffix = path.contains(".") ? path.substring(path.lastIndexOf('.')) : "";
    return switch (suffix) {
      case ".css" -> "text/css;charset=utf-8";
      case ".js" -> "text/javascript;charset=utf-8";
      case ".json" -> "application/json;charset=utf-8";
      case ".svg" -> "image/svg+xml;charset=utf-8";
      default -> "text/html;charset=utf-8";
    };
  }

  @Test
  void pages_and_their_files_keep_to_themselves() {
    for (String path : List.of("/", "/docs", "/redoc", "/openapi.json", "/web/main.js")) {
      Answer answer = ServiceClient.get(service.at(path));
      assertEquals("nosniff", answer.header("X-Content-Type-Options").orElse(""), path);
      assertEquals("no-referrer", answer.header("Referrer-Policy").orElse(""), path);
      assertEquals("DENY", answer.header("X-Frame-Options").orElse(""), path);
      String policy = answer.header("Content-Security-Policy").orElse("");
      assertTrue(policy.startsWith("default-src 'none'; "), policy);
      assertFalse(policy.contains("http"), policy);
      assertFalse(policy.contains("script-src 'self' '"), policy);
    }
  }

  @Test
  void a_page_is_sent_again_only_when_it_has_changed() {
    Answer first = ServiceClient.get(service.at("/"));
    assertEquals("no-cache", first.header("Cache-Control").orElse(""));
    String tag = first.header("ETag").orElseThrow();
    Answer again = ServiceClient.get(service.at("/"), "If-None-Match", tag);
    assertEquals(304, again.status());
    assertEquals("", again.text());
    assertEquals(200, ServiceClient.get(service.at("/"), "If-None-Match", "\"other\"").status());
  }

  @Test
  void the_head_of_a_page_is_that_of_the_page() {
    Answer page = ServiceClient.get(service.at("/docs"));
    Answer head = ServiceClient.send("HEAD", service.at("/docs"), null);
    assertEquals("", head.text());
    for (String name : List.of("Content-Type", "Content-Length", "ETag", "X-Frame-Options")) {
      assertEquals(page.header(name).orElseThrow(), head.header(name).orElse("none"), name);
    }
  }

  @Test
  void packaged_files_are_kept_by_browsers() {
    String path = "/assets/swagger-ui/" + Build.swaggerUi() + "/swagger-ui.css";
    Answer answer = ServiceClient.get(service.at(path));
    assertEquals("max-age=31536000, immutable", answer.header("Cache-Control").orElse(""));
  }

  @Test
  void only_the_files_that_are_needed_can_be_reached() {
    String swagger = "/assets/swagger-ui/" + Build.swaggerUi();
    for (String path :
        List.of(
            swagger + "/index.html",
            swagger + "/swagger-initializer.js",
            swagger + "/",
            "/assets/redoc/" + Build.redoc() + "/package.json",
            "/web/docs.html",
            "/web/%2e%2e/build.properties",
            "/web/..%2fbuild.properties",
            "/assets/../openapi.json",
            "/META-INF/MANIFEST.MF")) {
      int status = ServiceClient.get(service.at(path)).status();
      assertTrue(status == 404 || status == 400, path + " gave " + status);
    }
  }

  @Test
  void nothing_names_the_internet() {
    String redoc = "/assets/redoc/" + Build.redoc() + "/bundles/redoc.standalone.js";
    assertFalse(ServiceClient.get(service.at(redoc)).text().contains("cdn.redoc.ly"));
    for (String page : List.of("/", "/docs", "/redoc")) {
      String body = ServiceClient.get(service.at(page)).text();
      assertFalse(body.contains("src=\"http") || body.contains("href=\"http"), page);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/redoc"})
  void a_slash_at_the_end_leads_to_the_page_also_behind_a_prefix(String page) throws IOException {
    List<String> head = RawHttp.head(service, "GET " + page + "/ HTTP/1.1", "Host: example.org");
    assertEquals("HTTP/1.1 308 Permanent Redirect", head.get(0));
    assertTrue(head.contains("Location: .." + page), head::toString);
    assertEquals(
        "https://example.org/faces" + page,
        URI.create("https://example.org/faces" + page + "/").resolve(".." + page).toString());
  }
}
