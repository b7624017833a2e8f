package dev.facecore.http.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ImageSource;
import dev.facecore.http.exchange.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bodies on which a JSON parser stumbles over its own limits, encodings and half characters. */
class RequestParserTest {
  private static final String IMAGE = "\"images\": [{\"image_base64\": \"QUJD\"}]";
  private static final RequestLimits LIMITS = new RequestLimits(1_000_000, 3, 50_000, 20);

  private static ExtractRequest read(byte[] body) throws IOException {
    return new ExtractRequestReader(LIMITS, Addresses::unfetched)
        .read(new BodyType(BodyType.Kind.JSON, ""), null, new ByteArrayInputStream(body));
  }

  private static ExtractRequest read(String body) throws IOException {
    return read(body.getBytes(UTF_8));
  }

  private static void assertRefused(byte[] body, String sentence) {
    String shown = new String(body, 0, Math.min(60, body.length), ISO_8859_1);
    Problem problem = assertThrows(Problem.class, () -> read(body), shown);
    String said = problem.getMessage();
    assertTrue(said.contains(sentence), shown + " said: " + said);
    assertTrue(said.length() < 250, said);
    assertTrue(UTF_8.newEncoder().canEncode(said), shown + " is not well-formed");
  }

  @Test
  void the_parsers_own_limits_are_refusals() {
    String digits = "1".repeat(1001);
    Map<String, String> bodies = new LinkedHashMap<>();
    bodies.put("{\"min_face_size\": " + digits + "}", "numbers of 1000 digits");
    bodies.put("{\"min_face_size\": -" + digits + "}", "numbers of 1000 digits");
    bodies.put("{\"similarity_threshold\": 0." + digits + "}", "numbers of 1000 digits");
    bodies.put("{\"similarity_threshold\": 1e" + digits + "}", "numbers of 1000 digits");
    bodies.put("{\"" + "n".repeat(100_000) + "\": 1}", "names of 1000");
    bodies.put("{\"" + "\\u006e".repeat(100_000) + "\": 1}", "names of 1000");
    bodies.put("{\"dedup\": \"" + "b".repeat(100_000) + "\"}", "strings of 65536 characters");
    bodies.put("{\"dedup\": \"" + "\\u0062".repeat(100_000) + "\"}", "strings of 65536 characters");
    bodies.put("[".repeat(100_000), "must be a JSON object");
    bodies.put("{\"images\": " + "[".repeat(100_000), "'images[0]' must be an object");
    bodies.put("{\"dedup\": " + "{\"a\":".repeat(100_000), "'dedup' must be one of");
    bodies.forEach((body, sentence) -> assertRefused(body.getBytes(UTF_8), sentence));
    assertEquals(11, bodies.size());
  }

  @Test
  void numbers_of_many_digits_are_numbers() throws IOException {
    String body = "{\"similarity_threshold\": 0.5%s, \"min_face_size\": 2%s, %s}";
    ExtractRequest request = read(body.formatted("0".repeat(900), "0".repeat(300), IMAGE));
    assertEquals(Integer.MAX_VALUE, request.options().minFaceSize());
    assertEquals(20, read("{\"min_face_size\": 20.0, " + IMAGE + "}").options().minFaceSize());
    assertEquals(20, read("{\"min_face_size\": 2e1, " + IMAGE + "}").options().minFaceSize());
    assertEquals(
        64,
        read("{\"detection_size\": 640e-1, " + IMAGE + "}")
            .options()
            .detectionSize()
            .orElseThrow());
  }

  @Test
  void what_is_no_number_of_json_is_refused() {
    List<String> wrong =
        List.of("NaN", "Infinity", "-Infinity", "+1", ".5", "1.", "01", "0x1", "1e", "-", "1_0");
    for (String number : wrong) {
      String body = "{\"similarity_threshold\": " + number + ", " + IMAGE + "}";
      assertRefused(body.getBytes(UTF_8), "not valid JSON near line 1");
    }
    assertEquals(11, wrong.size());
  }

  @Test
  void a_body_is_utf_8_with_or_without_its_mark() throws IOException {
    assertEquals(1, read("\uFEFF{" + IMAGE + "}").images().size());
    String body = "{" + IMAGE + "}";
    for (Charset other :
        List.of(
            UTF_16, UTF_16LE, UTF_16BE, Charset.forName("UTF-32LE"), Charset.forName("UTF-32BE"))) {
      assertRefused(body.getBytes(other), "UTF-8");
    }
    assertRefused(("\uFEFF" + body).getBytes(UTF_16LE), "UTF-8");
    assertRefused("{\"ä\": 1}".getBytes(ISO_8859_1), "not valid JSON");
    assertRefused("{\"dedup\": \"ä\"}".getBytes(ISO_8859_1), "not valid JSON");
    assertRefused(
        new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'},
        "not valid JSON");
    assertRefused(new byte[] {(byte) 0xef}, "not valid JSON");
    assertRefused(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, "must be a JSON object");
  }

  @Test
  void half_characters_do_not_reach_a_message() {
    assertRefused("{\"\\ud800\": 1}".getBytes(UTF_8), "");
    assertRefused("{\"\\udc00x\": 1}".getBytes(UTF_8), "");
    assertRefused("{\"images\": [{\"x\\udfff\": 1}]}".getBytes(UTF_8), "");
    assertRefused("{\"dedup\": \"\\ud800\"}".getBytes(UTF_8), "'dedup' must be one of");
    // The cut after 60 characters falls between the halves of the last one.
    assertRefused(("{\"" + "n".repeat(59) + "😀x\": 1}").getBytes(UTF_8), "n?…");
  }

  @Test
  void names_given_twice_are_named() {
    assertRefused(("{" + IMAGE + ", " + IMAGE + "}").getBytes(UTF_8), "'images' is given twice");
    assertRefused(
        "{\"images\": [{\"image_url\": \"a\"}, {\"image_url\": \"a\", \"image\\u005furl\": null}]}"
            .getBytes(UTF_8),
        "'images[1].image_url' is given twice");
  }

  @Test
  void garbage_after_the_body_is_refused() {
    for (String rest : List.of("x", "{}", "\u0000", "]", "}", "\"", ",", "null")) {
      assertRefused(("{" + IMAGE + "}" + rest).getBytes(UTF_8), "JSON");
    }
  }

  @Test
  void wrong_base64_in_any_block_fails_its_picture_only() throws IOException {
    for (String wrong :
        List.of("-" + "A".repeat(16_384), "A".repeat(16_384) + "*" + "A".repeat(16_384))) {
      for (String key : List.of("image_base64", "image\\u005fbase64")) {
        String body =
            "{\"images\": [{\"image_base64\": \"QUJD\"}, {\"%s\": \"%s\"}]}".formatted(key, wrong);
        ExtractRequest request = read(body);
        assertEquals(Optional.empty(), request.images().get(0).error());
        String error = request.images().get(1).error().orElseThrow();
        assertTrue(error.startsWith("The image is not valid base64."), error);
      }
    }
  }

  @Test
  void an_escape_that_json_does_not_know_makes_the_body_wrong() {
    for (String escape : List.of("\\x", "\\u12G4", "\\uG123", "\\'")) {
      String body = "{\"images\": [{\"image_base64\": \"QUJD" + escape + "\"}]}";
      assertRefused(body.getBytes(UTF_8), "not valid JSON");
    }
  }

  @Test
  void long_addresses_are_cut_to_what_shows_that_they_are_too_long() throws IOException {
    String begin = "http://host/";
    for (String letter : List.of("a", "é", "😀", "\\u0061", "\\ud83d\\ude00", "\\n")) {
      String body =
          "{\"images\": [{\"image_base64\": \"QUJD\"}, {\"image\\u005furl\": \"%s\"}]}"
              .formatted(begin + letter.repeat(50_000));
      ExtractRequest request = read(body);
      String address = request.images().get(1).source().orElseThrow().name();
      assertTrue(address.length() > 8192 && address.length() < 33_000, letter + address.length());
      assertArrayEquals("ABC".getBytes(UTF_8), encoded(request, 0));
    }
    String short8000 = begin + "a".repeat(8000);
    assertEquals(
        short8000,
        read("{\"images\": [{\"image_url\": \"" + short8000 + "\"}]}")
            .images()
            .get(0)
            .source()
            .orElseThrow()
            .name());
  }

  private static byte[] encoded(ExtractRequest request, int index) {
    return ((ImageSource.Encoded) request.images().get(index).source().orElseThrow()).encoded();
  }
}
