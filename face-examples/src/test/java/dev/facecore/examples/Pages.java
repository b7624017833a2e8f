package dev.facecore.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the documentation. */
final class Pages {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> AT_THE_ROOT =
      List.of(
          "README",
          "CONTRIBUTING",
          "CHANGELOG",
          "UPGRADING",
          "THIRD-PARTY",
          "SECURITY",
          "clients/README",
          "examples/README");
  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");

  private Pages() {}

  static List<Path> all() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String name : AT_THE_ROOT) pages.add(ROOT.resolve(name + ".md"));
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    assertTrue(pages.size() > 15, pages + "");
    return pages;
  }

  static String withoutCodeBlocks(Path page) throws IOException {
    return CODE_BLOCK.matcher(Files.readString(page)).replaceAll("");
  }
}
