package dev.facecore.examples.cookbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code of the cookbook is a part of sources that are compiled and run. */
class CookbookTest {
  private static final Path PAGE = Path.of("../docs/cookbook.md");
  private static final Path RECIPES = Path.of("src/test/java/dev/facecore/examples/cookbook");
  private static final int MOST_LINES = 20;

  /** A link to a source, or a block of code, which belongs to the last link before it. */
  private static final Pattern LINK_OR_BLOCK =
      Pattern.compile("\\[\\w+]\\(([^)]+\\.(?:java|kt))\\)|```(?:java|kotlin)\n([\\s\\S]*?)```");

  @Test
  void every_block_is_a_part_of_its_source() throws IOException {
    String source = null;
    int blocks = 0;
    for (MatchResult found : LINK_OR_BLOCK.matcher(Files.readString(PAGE)).results().toList()) {
      if (found.group(1) != null) {
        source = found.group(1);
        continue;
      }
      blocks++;
      List<String> block = lines(found.group(2));
      List<String> whole = lines(Files.readString(PAGE.resolveSibling(source)));
      assertTrue(Collections.indexOfSubList(whole, block) >= 0, source + " differs");
      assertTrue(block.size() <= MOST_LINES, source + ": " + block.size() + " lines");
    }
    assertTrue(blocks >= 15, blocks + " blocks");
  }

  private static List<String> lines(String code) {
    return code.strip().lines().map(String::strip).toList();
  }

  @Test
  void every_recipe_is_on_the_page_and_runs() throws IOException {
    String page = Files.readString(PAGE);
    String run = Files.readString(RECIPES.resolve("CookbookIT.java"));
    Set<String> recipes;
    try (Stream<Path> files = Files.list(RECIPES)) {
      recipes =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .filter(name -> !name.startsWith("Cookbook"))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    assertTrue(recipes.size() >= 10, recipes::toString);
    recipes.removeIf(name -> page.contains(name + ".java)") && run.contains(name + "."));
    assertEquals(Set.of(), recipes);
  }
}
