package dev.facecore.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ImageException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected names are those of ICU's UTS 46, non-transitional, and of browsers. */
class ForeignNameTest {
  private static final String[][] NAMES = {
    {"fa\u00df.de", "xn--fa-hia.de"},
    {"FA\u1e9e.de", "xn--fa-hia.de"},
    {"stra\u00dfe.de", "xn--strae-oqa.de"},
    {"\u03b2\u03cc\u03bb\u03bf\u03c2.com", "xn--nxasmm1c.com"},
    {"\u0392\u038c\u039b\u039f\u03a3.com", "xn--nxasmq6b.com"},
    {"b\u00fccher.de", "xn--bcher-kva.de"},
    {"B\u00dcCHER.de", "xn--bcher-kva.de"},
    {"bu\u0308cher.de", "xn--bcher-kva.de"},
    {"\u65e5\u672c\u8a9e.jp", "xn--wgv71a119e.jp"},
    {"\ufefc.com", "xn--mgb1d.com"},
    {"\ud83d\udca9.la", "xn--ls8h.la"},
    {"i\u2764.ws", "xn--i-7iq.ws"},
    {"i\u2764\ufe0f.ws", "xn--i-7iq.ws"},
    {"\u0131.com", "xn--cfa.com"},
    {"\u0130.com", "xn--i-9bb.com"},
    {"\u017f.com", "s.com"},
    {"\u212a.com", "k.com"},
    {"a\u00adb\u200b.com", "ab.com"},
    {"\uff4c\uff4f\uff43\uff41\uff4c\uff48\uff4f\uff53\uff54", "localhost"},
    {"\u2460\u2461\u2466.\u24ea.\u24ea.\u2460", "127.0.0.1"},
    {"127\u30020\uff0e0\uff611", "127.0.0.1"},
    {"\u05d0\u05d1.com", "xn--4dbc.com"},
    {"xn--fa-hia.de", "xn--fa-hia.de"},
    {"\u0646\u0627\u0645\u0647.com.", "xn--mgb4dbg.com"}
  };

  @Test
  void a_name_becomes_the_one_that_browsers_ask_for() {
    for (String[] name : NAMES) assertEquals(name[1], Host.parse(name[0]).name(), name[0]);
    assertEquals(24, NAMES.length);
  }

  @Test
  void a_name_that_is_not_certain_is_refused_and_never_another_one() {
    List<String> names =
        List.of(
            "ex\u200cample.com",
            "ex\u200dample.com",
            "\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.com",
            "\u13a0.com", // Cherokee, in upper case
            "\u1c80.com", // an old form of a Cyrillic letter
            "\u1f80.com", // iota below alpha
            "\u03f2.com", // lunate sigma
            "a\u2024com", // one dot leader
            "\u2488com", // digit one with its full stop
            "a\u034fb.com",
            "\u0301a.com",
            "a\u05d0.com", // both directions in one label
            "1\u05d0.com",
            "\u05d01\u0661.com",
            "xn--\u00df.com",
            "a\ue000.com",
            "a\u00a0b.com",
            "a..\u00df.com",
            "\u00df".repeat(64) + ".com");
    for (String name : names) {
      String message =
          assertThrows(ImageException.class, () -> Host.parse(name), name).getMessage();
      assertTrue(message.endsWith("write the name in its ASCII form, xn--..."), message);
    }
    assertEquals(19, names.size());
  }

  @Test
  void a_host_that_other_letters_spell_is_read_as_ascii_and_judged() {
    for (String host : List.of("a\uff0fb.com", "a\uff20b.com", "\uff05.com", "\u2100.com")) {
      assertThrows(ImageException.class, () -> Host.parse(host), host);
    }
  }

  @Test
  void punycode_equals_the_examples_of_its_standard() {
    assertEquals(
        "egbpdaj6bu4bxfgehfvwxn",
        Punycode.encode(
            "\u0644\u064a\u0647\u0645\u0627\u0628\u062a\u0643\u0644\u0645\u0648\u0634\u0639\u0631\u0628\u064a\u061f"));
    assertEquals(
        "ihqwcrb4cv8a8dqg056pqjye",
        Punycode.encode("\u4ed6\u4eec\u4e3a\u4ec0\u4e48\u4e0d\u8bf4\u4e2d\u6587"));
    assertEquals("-> $1.00 <--", Punycode.encode("-> $1.00 <-"));
    assertEquals(
        "de-jg4avhby1noc0d", Punycode.encode("\u30d1\u30d5\u30a3\u30fcde\u30eb\u30f3\u30d0"));
  }
}
