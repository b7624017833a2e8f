package dev.facecore.http.page;

import dev.facecore.http.response.Json;
import dev.facecore.http.settings.Build;
import io.javalin.config.RoutesConfig;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The pages for browsers and the files they load, each by its name; none is looked up by path. */
public final class Pages {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String SVG = "image/svg+xml";

  private static final List<String> SCRIPTS =
      List.of(
          "boxes",
          "choose",
          "dom",
          "download",
          "grouping",
          "large",
          "linkage",
          "main",
          "messages",
          "people",
          "picture",
          "picture-list",
          "preview",
          "regroup",
          "request-body",
          "result",
          "samples",
          "server",
          "settings",
          "token",
          "zip");

  private static final List<String> SAMPLES =
      List.of("astronaut", "biden", "coffee", "obama", "obama2");

  private final RoutesConfig routes;
  private final Set<String> paths = new HashSet<>();

  private Pages(RoutesConfig routes) {
    this.routes = routes;
  }

  /** Adds the routes; the paths are those of the pages and of all that they load. */
  public static Set<String> register(RoutesConfig routes) {
    Pages pages = new Pages(routes);
    pages.ownPage();
    pages.samples();
    pages.documentation();
    return pages.paths;
  }

  private void ownPage() {
    own("/", "index.html", HTML, ContentPolicy.OWN_PAGE);
    own("/web/icon.svg", "icon.svg", SVG, ContentPolicy.NOTHING);
    for (String style : List.of("base", "form", "people")) {
      own("/web/" + style + ".css", style + ".css", CSS, ContentPolicy.NOTHING);
    }
    for (String script : SCRIPTS) {
      own("/web/" + script + ".js", script + ".js", SCRIPT, ContentPolicy.NOTHING);
    }
  }

  private void samples() {
    for (String sample : SAMPLES) {
      String file = "samples/" + sample + ".jpg";
      own("/web/" + file, file, "image/jpeg", ContentPolicy.NOTHING);
    }
  }

  private void documentation() {
    route(
        "/openapi.json",
        WebFile.current(
            () -> WebFile.own("openapi.json"), Json.CONTENT_TYPE, ContentPolicy.NOTHING));
    page("/docs", "docs.html");
    own("/web/docs.js", "docs.js", SCRIPT, ContentPolicy.NOTHING);
    page("/redoc", "redoc.html");
    own("/web/redoc.js", "redoc.js", SCRIPT, ContentPolicy.NOTHING);
    own("/web/documentation.css", "documentation.css", CSS, ContentPolicy.NOTHING);

    String swagger = "swagger-ui/" + Build.swaggerUi() + "/";
    packaged(swagger + "swagger-ui.css", CSS);
    packaged(swagger + "swagger-ui-bundle.js", SCRIPT);
    String redoc = "redoc/" + Build.redoc() + "/bundles/redoc.standalone.js";
    route("/assets/" + redoc, WebFile.versioned(() -> withoutLogo(webjar(redoc)), SCRIPT));
  }

  private void own(String path, String file, String contentType, ContentPolicy policy) {
    route(path, WebFile.current(() -> WebFile.own("web/" + file), contentType, policy));
  }

  /** With a slash at the end its links would lead elsewhere, so it is asked for without one. */
  private void page(String path, String file) {
    WebFile page =
        WebFile.current(() -> WebFile.own("web/" + file), HTML, ContentPolicy.DOCUMENTATION);
    paths.add(path);
    paths.add(path + "/");
    routes.get(
        path,
        context -> {
          if (!context.path().endsWith("/")) page.answer(context);
          else context.status(308).header("Location", ".." + path);
        });
  }

  private void packaged(String file, String contentType) {
    route("/assets/" + file, WebFile.versioned(() -> webjar(file), contentType));
  }

  private void route(String path, WebFile file) {
    paths.add(path);
    routes.get(path, file::answer);
  }

  private static byte[] webjar(String file) {
    return WebFile.read("/META-INF/resources/webjars/" + file);
  }

  /** ReDoc shows its maker's logo from the internet; the page does without. */
  private static byte[] withoutLogo(byte[] script) {
    return new String(script, StandardCharsets.UTF_8)
        .replace("https://cdn.redoc.ly/redoc/logo-mini.svg", "data:,")
        .getBytes(StandardCharsets.UTF_8);
  }
}
