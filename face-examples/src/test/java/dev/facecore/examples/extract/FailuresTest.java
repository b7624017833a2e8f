package dev.facecore.examples.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void each_picture_is_named_and_many_share_a_reason() {
    Map<String, String> failures = new LinkedHashMap<>();
    failures.put("first.jpg", "Too large.");
    for (int i = 0; i < 10; i++) failures.put("many" + i + ".jpg", "Ends early.");
    failures.put("last.jpg", "Too large.");
    StringWriter text = new StringWriter();
    Failures.print(failures, new PrintWriter(text, true));
    List<String> lines = text.toString().lines().toList();
    assertEquals(13, lines.size());
    assertEquals("first.jpg: Too large.", lines.get(0));
    assertEquals("last.jpg: Too large.", lines.get(1));
    assertEquals("10 images: Ends early.", lines.get(2));
    assertEquals("  many0.jpg", lines.get(3));
    assertEquals("  many9.jpg", lines.get(12));
  }
}
