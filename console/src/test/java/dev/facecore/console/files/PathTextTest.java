package dev.facecore.console.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS) // where names are text
class PathTextTest {
  private static Path path(String address) {
    return Path.of(URI.create("file://" + address));
  }

  @Test
  void each_name_has_a_text_of_its_own_whatever_its_bytes_are() {
    List<Path> paths =
        List.of(
            path("/in/%FC.jpg"),
            path("/in/%E4.jpg"),
            path("/in/%C3%BC.jpg"),
            path("/in/%EF%BF%BD.jpg"),
            path("/in/%5CxFC.jpg"),
            path("/in/%5Cx5CxFC.jpg"),
            path("/in/%E2%82"),
            path("/in/%ED%A0%80"),
            path("/in/a%0Ab"));
    assertEquals("/in/\\xFC.jpg", PathText.of(paths.get(0)));
    assertEquals("/in/\u00fc.jpg", PathText.of(paths.get(2)));
    assertEquals("/in/\\x5CxFC.jpg", PathText.of(paths.get(4)));
    Set<String> texts = new HashSet<>();
    for (Path path : paths) {
      texts.add(PathText.of(path));
      assertEquals(path, PathText.path(PathText.of(path)));
    }
    assertEquals(paths.size(), texts.size());
  }

  @Test
  void any_bytes_come_back() {
    Random random = new Random(1);
    byte[] parts = "\\x5CFE4a.".getBytes(StandardCharsets.US_ASCII);
    int names = 0;
    for (int i = 0; i < 5000; i++) {
      StringBuilder address = new StringBuilder(i % 2 == 0 ? "/" : "/in/");
      for (int j = random.nextInt(12); j >= 0; j--) {
        int one =
            random.nextInt(3) == 0
                ? 0x80 + random.nextInt(0x80)
                : parts[random.nextInt(parts.length)];
        address.append("%%%02X".formatted(one));
      }
      Path absolute = path(address.toString());
      if (absolute.getNameCount() == 0) continue;
      Path relative = absolute.subpath(0, absolute.getNameCount());
      assertEquals(absolute, PathText.path(PathText.of(absolute)), address.toString());
      assertEquals(relative, PathText.path(PathText.of(relative)), address.toString());
      assertEquals(absolute, path(PathText.percentEncoded(absolute)), address.toString());
      names++;
    }
    assertTrue(names > 4000, names + "");
  }

  @Test
  void addresses_hold_the_bytes() {
    assertEquals(
        "../a%20%23%3F%FC.jpg",
        PathText.percentEncoded(path("/x").relativize(path("/a%20%23%3F%FC.jpg"))));
  }

  @Test
  void arguments_are_those_that_were_typed() {
    byte[] line =
        "java\0-jar\0x.jar\0extract\0M\u00fc.jpg\0?\0\\xFC\0".getBytes(StandardCharsets.UTF_8);
    String[] inC = {"extract", "M\ufffd\ufffd.jpg", "?", "\\xFC"};
    assertArrayEquals(
        new String[] {"extract", "M\u00fc.jpg", "?", "\\x5CxFC"},
        RawArguments.of(inC, line, StandardCharsets.US_ASCII));
    String[] elsewhere = {"extract", "other", "?", "\\xFC"};
    assertArrayEquals(
        new String[] {"extract", "other", "?", "\\x5CxFC"},
        RawArguments.of(elsewhere, line, StandardCharsets.US_ASCII),
        "from a file of arguments");
    assertNotEquals(0, RawArguments.of(inC).length);
  }
}
