package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Swagger UI and ReDoc in a real browser. */
class DocumentationPagesIT {
  @TempDir private static Path scratch;
  private static Browser browser;
  private static RunningService service;

  @BeforeAll
  static void start() {
    browser = Browser.open(scratch);
    service = RunningService.startUnready(Map.of());
  }

  @AfterAll
  static void stop() {
    if (service != null) service.close();
    if (browser != null) browser.close();
  }

  @Test
  void swagger_ui_shows_every_operation() {
    browser.visit(service.at("/docs"), 1200, 900);
    browser.await("the operations", () -> browser.all(".opblock").size() == 8);
    browser.one("[id$=extractFaces] button").click();
    browser.await("the operation", () -> browser.all(".opblock .try-out").size() == 1);
    String operation = browser.one(".opblock.is-open").getText();
    assertTrue(operation.contains("image_base64"), operation);
    assertTrue(operation.contains("MAX_QUEUE"), operation);
    assertFromHereOnly();
    browser.screenshot("docs");
  }

  @Test
  void swagger_ui_tries_an_operation() {
    browser.visit(service.at("/docs"), 1200, 900);
    browser.await("the operations", () -> browser.all(".opblock").size() == 8);
    browser.one("[id$=health] button").click();
    browser.await("the button", () -> browser.all(".try-out__btn").size() == 1);
    browser.one(".try-out__btn").click();
    browser.one(".execute").click();
    browser.await("the answer", () -> browser.all(".live-responses-table").size() == 1);
    String answer = browser.one(".live-responses-table").getText();
    assertTrue(answer.contains("ArcFace + retinaface"), answer);
    assertFromHereOnly();
  }

  @Test
  void redoc_shows_every_operation() {
    browser.visit(service.at("/redoc"), 1200, 900);
    browser.await("the operations", () -> browser.all("[data-section-id*=operation]").size() >= 8);
    assertTrue(browser.one("#documentation").getText().contains("similarity_threshold"));
    browser.one("input[placeholder^=Search]").sendKeys("people");
    String results = "[data-role='search:results']";
    browser.await(
        "the operation among the search results",
        () -> browser.texts(results).toString().contains("Find the people"));
    assertFromHereOnly();
    browser.screenshot("redoc");
  }

  /** Nothing was loaded from elsewhere, and nothing was tried: the policy would have told. */
  private static void assertFromHereOnly() {
    String origin = service.at("").toString();
    List<?> loaded =
        (List<?>)
            browser.script("return performance.getEntriesByType('resource').map(e => e.name)");
    assertTrue(loaded.size() >= 4, loaded.toString());
    for (Object address : loaded) {
      boolean isHere =
          List.of(origin, "data:", "blob:" + origin).stream()
              .anyMatch(start -> address.toString().startsWith(start));
      assertTrue(isHere, address.toString());
    }
    assertEquals(List.of(), browser.consoleLines());
  }
}
