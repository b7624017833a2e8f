package dev.facecore.http.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Base64TextTest {
  private static final String NO_BASE64 = "The image is not valid base64.";

  private static Base64Text text(String characters) {
    Base64Text text = new Base64Text(100_000);
    for (byte one : characters.getBytes(UTF_8)) text.add(one & 0xff);
    text.end();
    return text;
  }

  private static String fault(String characters) {
    return text(characters).fault().orElse("");
  }

  @Test
  void data_uris_are_read_as_their_standards_say() {
    // Each stands for "ABC>": QUJDPg==, with a plus sign for "ABC>>>" below.
    List<String> forms =
        List.of(
            "QUJDPg==",
            "QUJDPg",
            " QU\tJD\r\nPg\f== ",
            "data:image/jpeg;base64,QUJDPg==",
            "DATA:image/jpeg;base64,QUJDPg==",
            "dAtA:;BASE64,QUJDPg",
            "data:image/jpeg;Base64,QUJDPg==",
            "data:image/jpeg; base64,QUJDPg==",
            "data:image/jpeg;  base64 ,QUJDPg==",
            "data:image/png;name=photo.png;charset=x;base64,QUJDPg==",
            "data:image/png;name=föhn;base64,QUJDPg==",
            "data:image/png;" + "n".repeat(10_000) + "=1;base64,QUJDPg==",
            "data:image/jpeg;base64,QUJDPg%3D%3D",
            "data:image/jpeg;base64,%51%55JDPg%3d%3d",
            "data:image/jpeg;base64,QUJD%0APg%20",
            "data:image/jpeg;base64,QUJDPg==#fragment, of no \"base64\" at all é",
            "\ndata:image/jpeg;base64,\n QUJD\n Pg==\n",
            "data:,ABC>",
            "data:image/jpeg,ABC%3E",
            "data:image/jpeg;base64;x,ABC>",
            "data:base64,ABC%3e",
            "data:;base64x,ABC>#base64,");
    for (String form : forms) {
      assertEquals(Optional.empty(), text(form).fault(), form);
      assertArrayEquals("ABC>".getBytes(UTF_8), text(form).decoded().toByteArray(), form);
    }
    assertEquals(22, forms.size());
  }

  @Test
  void what_is_not_encoded_stays_as_it_is() {
    assertArrayEquals("%4%zz%".getBytes(UTF_8), text("data:,%4%zz%").decoded().toByteArray());
    assertArrayEquals(
        new byte[] {(byte) 0x89, 'P', 0}, text("data:,%89P%00").decoded().toByteArray());
    assertArrayEquals("%A".getBytes(UTF_8), text("data:,%A").decoded().toByteArray());
  }

  @Test
  void each_fault_has_its_sentence() {
    Map<String, String> faults =
        Map.ofEntries(
            Map.entry("*", NO_BASE64),
            Map.entry("Q", NO_BASE64),
            Map.entry("QUJDQ", NO_BASE64),
            Map.entry("QUJ=D", NO_BASE64),
            Map.entry("QUJDPg=", NO_BASE64),
            Map.entry("QUJDPg===", NO_BASE64),
            Map.entry("QUJD=", NO_BASE64),
            Map.entry("QUJD====", NO_BASE64),
            Map.entry("=", NO_BASE64),
            Map.entry("%51UJD", NO_BASE64),
            Map.entry("b'QUJD'", NO_BASE64),
            Map.entry("base64,QUJD", NO_BASE64),
            Map.entry("QUJD#x", NO_BASE64),
            Map.entry("QUÄD", NO_BASE64),
            Map.entry("data", ""),
            Map.entry("data:image/jpeg;base64,QU?D", NO_BASE64),
            Map.entry("data:image/jpeg;base64,QU%2DD_*", NO_BASE64),
            Map.entry("data:image/jpeg;base64,QUJ%", NO_BASE64),
            Map.entry("data:image/jpeg;base64", "comma"),
            Map.entry("data:", "comma"),
            Map.entry("data:image/jpeg;base64#,QUJD", "comma"),
            Map.entry("QU-_", "URL-safe"),
            Map.entry("data:image/jpeg;base64,QU%2DD", "URL-safe"));
    faults.forEach(
        (text, sentence) -> {
          String said = fault(text);
          boolean right =
              sentence.equals(NO_BASE64) ? said.equals(sentence) : said.contains(sentence);
          assertEquals(true, right, text + " said: " + said);
        });
    assertEquals(23, faults.size());
  }

  @Test
  void a_wrong_character_is_found_wherever_it_stands() {
    for (int at : new int[] {0, 1, 3071, 3072, 4095, 4096, 12_288, 16_383, 16_384, 49_999}) {
      for (String wrong : List.of("*", "%", "'", "\"", ",", ":", "é", "\u0000")) {
        StringBuilder text = new StringBuilder("A".repeat(50_000));
        text.replace(at, at + 1, wrong);
        assertEquals(NO_BASE64, fault(text.toString()), wrong + " at " + at);
      }
      StringBuilder text = new StringBuilder("A".repeat(50_000)).replace(at, at + 1, "=");
      boolean isPadding = at == 49_999;
      assertEquals(isPadding ? "" : NO_BASE64, fault(text.toString()), "= at " + at);
    }
  }

  @Test
  void every_length_decodes_as_the_jdk_does() {
    Random random = new Random(7);
    for (int length = 0; length < 9_300; length += length < 20 ? 1 : 463) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      String plain = Base64.getEncoder().encodeToString(bytes);
      assertArrayEquals(bytes, text(plain).decoded().toByteArray(), "length " + length);
      assertArrayEquals(
          bytes, text("data:;base64," + plain.replace("=", "")).decoded().toByteArray());
    }
  }

  @Test
  void units_read_at_once_are_what_single_characters_are() {
    Random random = new Random(3);
    int decoded = 0;
    for (int i = 0; i < 2_000; i++) {
      StringBuilder characters = new StringBuilder(i % 3 == 0 ? "data:;base64," : "");
      for (int length = random.nextInt(60); length > 0; length--) {
        String set = random.nextInt(20) == 0 ? " \n%2B/-_=#\u00e4" : "ABCxyz0189+/";
        characters.append(set.charAt(random.nextInt(set.length())));
      }
      Base64Text single = text(characters.toString());
      Base64Text units = inPieces(characters.toString().getBytes(UTF_8), random);
      assertEquals(single.fault(), units.fault(), () -> characters.toString());
      if (single.fault().isPresent()) continue;
      assertArrayEquals(
          single.decoded().toByteArray(), units.decoded().toByteArray(), characters::toString);
      decoded++;
    }
    assertTrue(decoded > 300, () -> "too many random texts are wrong");
  }

  private static Base64Text inPieces(byte[] characters, Random random) {
    Base64Text text = new Base64Text(100_000);
    for (int at = 0; at < characters.length; ) {
      int end = at + random.nextInt(characters.length - at) + 1;
      int next = text.addPlain(characters, at, end);
      if (next == at) text.add(characters[next++] & 0xff);
      at = next;
    }
    text.end();
    return text;
  }

  @Test
  void what_is_larger_than_the_limit_is_counted_only() {
    Base64Text large = new Base64Text(3);
    for (char one : "QUJDPg==".toCharArray()) large.add(one);
    large.end();
    assertEquals(true, large.decoded().isExceeded());
  }
}
