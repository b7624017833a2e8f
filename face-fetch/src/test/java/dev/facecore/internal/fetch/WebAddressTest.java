package dev.facecore.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ImageException;
import org.junit.jupiter.api.Test;

class WebAddressTest {
  private static final WebAddress BASE = WebAddress.parse("http://a.example:8080/b/c/d?q=1");

  @Test
  void an_address_is_taken_apart() {
    WebAddress address = WebAddress.parse("HTTPS://Pictures.Example.:8443/a/b.jpg?x=%20y#z");
    assertTrue(address.secure());
    assertEquals("pictures.example", address.host().name());
    assertEquals(8443, address.port());
    assertEquals("/a/b.jpg?x=%20y", address.target());
    assertEquals("pictures.example:8443", address.authority());
  }

  @Test
  void what_is_left_out_is_filled_in() {
    WebAddress plain = WebAddress.parse("http://a.example");
    assertFalse(plain.secure());
    assertEquals(80, plain.port());
    assertEquals("/", plain.target());
    assertEquals("a.example", plain.authority());
    WebAddress secure = WebAddress.parse("https://a.example?q");
    assertEquals(443, secure.port());
    assertEquals("/?q", secure.target());
    assertEquals("a.example", WebAddress.parse("https://a.example:443/").authority());
    assertEquals("a.example:443", WebAddress.parse("http://a.example:443/").authority());
  }

  @Test
  void literal_addresses_are_read_without_a_lookup() {
    WebAddress ipv4 = WebAddress.parse("http://93.184.215.14/");
    assertEquals(Fetchers.ip("93.184.215.14"), ipv4.host().literal().orElseThrow());
    WebAddress ipv6 = WebAddress.parse("http://[2606:4700::ABCD]:8080/");
    assertEquals(Fetchers.ip("2606:4700::abcd"), ipv6.host().literal().orElseThrow());
    assertEquals("[2606:4700::abcd]:8080", ipv6.authority());
    assertTrue(BASE.host().literal().isEmpty());
  }

  @Test
  void foreign_host_names_become_ascii() {
    assertEquals("xn--bcher-kva.example", WebAddress.parse("http://Bücher.example/").host().name());
    assertEquals("xn--fsqu00a.xn--0zwm56d", WebAddress.parse("http://例子.测试/").host().name());
    assertEquals("a_b.example", WebAddress.parse("http://a_b.example/").host().name());
  }

  @Test
  void the_target_is_ascii_and_has_no_dot_segments() {
    assertEquals("/%C3%A9.jpg?%E2%82%AC", RequestTarget.of("/é.jpg?€"));
    assertEquals("/a|b[1]%22%3C%3E%5E%60%7B%7D", RequestTarget.of("/a|b[1]\"<>^`{}"));
    assertEquals("/a%20%zz", RequestTarget.of("/a%20%zz"));
    assertEquals("/a/c", RequestTarget.of("/a/./b/../c"));
    assertEquals("/", RequestTarget.of("/../../.."));
    assertEquals("/a/", RequestTarget.of("/a/b/.."));
    assertEquals("/a/?../x", RequestTarget.of("/a/.?../x"));
    assertEquals("/a//b/", RequestTarget.of("/a//b/"));
    assertEquals("/", RequestTarget.of(""));
  }

  @Test
  void redirects_are_resolved_against_where_they_came_from() {
    assertRedirect("http://a.example:8080/e", "/e");
    assertRedirect("http://a.example:8080/b/c/e?x", "e?x#frag");
    assertRedirect("http://a.example:8080/b/e", "../e");
    assertRedirect("http://a.example:8080/b/c/d?x=2", "?x=2");
    assertRedirect("http://a.example:8080/b/c/d?q=1", "");
    assertRedirect("http://a.example:8080/b/c/d?q=1", "#frag");
    assertRedirect("http://c.example/e", "//c.example/e");
    assertRedirect("https://c.example/", "HTTPS://c.example");
  }

  @Test
  void a_redirect_may_lead_to_https() {
    WebAddress secure = BASE.redirect("https://a.example/x");
    assertTrue(secure.secure());
    assertEquals(WebAddress.parse("https://b.example/"), secure.redirect("//b.example/"));
  }

  @Test
  void each_kind_of_mistake_is_named() {
    assertMistake("must begin with http:// or https://", "ftp://a.example/");
    assertMistake("must begin with http:// or https://", "a.example/b.jpg");
    assertMistake("no host", "http:///a.jpg");
    assertMistake("user name or password", "http://me:secret@a.example/");
    assertMistake("malformed host", "http://127.1/");
    assertMistake("malformed port", "http://a.example:0/");
    assertMistake("Port 25 belongs to another service", "http://a.example:25/");
    assertMistake("blank, a backslash or a control character", "http://a.example/b c");
    assertMistake("blank, a backslash or a control character", "http://a.example/\ud800");
    assertMistake("longer than 8192 characters", "http://a.example/" + "b".repeat(8192));
  }

  private static void assertRedirect(String expected, String location) {
    assertEquals(WebAddress.parse(expected), BASE.redirect(location), location);
  }

  private static void assertMistake(String words, String address) {
    String message =
        assertThrows(ImageException.class, () -> WebAddress.parse(address)).getMessage();
    assertTrue(message.contains(words), message);
    assertFalse(message.contains("secret"), message);
  }
}
