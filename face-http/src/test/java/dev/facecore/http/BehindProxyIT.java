package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser at a service that wants a token, behind a proxy that maps a prefix to it. */
class BehindProxyIT {
  private static final String TOKEN = "a-token-of-this-test";

  @TempDir private static Path scratch;
  private static Browser browser;
  private static RunningService service;
  private static ReverseProxy proxy;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.open(scratch);
    service = RunningService.start(Map.of("API_TOKEN", TOKEN));
    proxy = ReverseProxy.start(scratch, service, "/a/faces/");
    browser.await("the proxy", BehindProxyIT::isUp);
  }

  private static boolean isUp() {
    try {
      return ServiceClient.get(proxy.at("ready")).status() == 200;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (proxy != null) proxy.close();
    if (service != null) service.close();
    if (browser != null) browser.close();
  }

  @Test
  void the_page_asks_for_the_token_and_keeps_it_for_the_tab() {
    browser.visit(proxy.at(""), 1280, 800);
    browser.script("sessionStorage.clear()");
    browser.one("#samples").click();
    browser.await("the question", () -> browser.one("#access").isDisplayed());
    assertEquals("This server requires a token.", browser.one("#token-words").getText());
    assertTrue(browser.isInView("#access"));
    browser.screenshotOfView("token");
    browser.one("#token").sendKeys("wrong");
    browser.one("#access button").click();
    browser.await(
        "the second question",
        () ->
            browser.one("#token-words").getText().equals("The server did not accept this token."));
    browser.one("#token").sendKeys(" " + TOKEN + " ");
    browser.one("#access button").click();
    browser.await(
        "people", () -> browser.one("#result-title").getText().equals("3 people in 5 images"));
    assertFalse(browser.one("#access").isDisplayed());
    browser.visit(proxy.at(""), 1280, 800);
    browser.one("#samples").click();
    browser.await("people again", () -> browser.one("#result").isDisplayed());
    assertEquals(0L, browser.script("return localStorage.length"));
    assertEquals("", browser.script("return document.cookie"));
  }

  @Test
  void swagger_ui_tries_an_operation_below_the_prefix() {
    for (String path : new String[] {"docs", "docs/"}) {
      browser.visit(proxy.at(path), 1200, 900);
      assertEquals(proxy.at("docs").toString(), browser.script("return location.href"));
      browser.await("the operations", () -> browser.all(".opblock").size() == 8);
    }
    browser.one("[id$=health] button").click();
    browser.await("the button", () -> browser.all(".try-out__btn").size() == 1);
    browser.one(".try-out__btn").click();
    browser.one(".execute").click();
    browser.await("the answer", () -> browser.all(".live-responses-table").size() == 1);
    String answer = browser.one(".live-responses-table").getText();
    assertTrue(answer.contains("ArcFace + retinaface"), answer);
    assertEquals(proxy.at("health").toString(), browser.one(".request-url pre").getText().trim());
  }

  @Test
  void redoc_shows_every_operation_below_the_prefix() {
    browser.visit(proxy.at("redoc/"), 1200, 900);
    assertEquals(proxy.at("redoc").toString(), browser.script("return location.href"));
    browser.await("the operations", () -> browser.all("[data-section-id*=operation]").size() >= 8);
    assertTrue(browser.one("#documentation").getText().contains("similarity_threshold"));
  }
}
