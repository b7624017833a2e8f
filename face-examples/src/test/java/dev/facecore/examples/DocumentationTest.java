package dev.facecore.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Links lead somewhere, and every page can be reached from the README. */
class DocumentationTest {
  private static final Pattern CODE = Pattern.compile("`[^`\n]+`");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern ABSOLUTE = Pattern.compile("[a-z]+:.*");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  private record Link(Path page, String target) {
    Path file() {
      String path = target.replaceFirst("#.*", "");
      return path.isEmpty() ? page : page.resolveSibling(path).normalize();
    }

    boolean isRelative() {
      return !ABSOLUTE.matcher(target).matches();
    }
  }

  @Test
  void every_relative_link_leads_to_a_file_and_a_heading() throws IOException {
    List<String> broken = new ArrayList<>();
    int files = 0;
    int headings = 0;
    for (Path page : Pages.all()) {
      for (Link link : links(page)) {
        files++;
        if (!Files.exists(link.file())) broken.add(link + ": no such file");
        int anchor = link.target().indexOf('#');
        if (anchor < 0) continue;
        headings++;
        String name = link.target().substring(anchor + 1);
        if (!anchors(link.file()).contains(name)) broken.add(link + ": no such heading");
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(files > 50, "only " + files + " links were found");
    assertTrue(headings > 10, "only " + headings + " links to headings were found");
  }

  @Test
  void every_page_can_be_reached_from_the_readme() throws IOException {
    Set<Path> reached = new TreeSet<>();
    List<Path> following = new ArrayList<>(List.of(Pages.ROOT.resolve("README.md")));
    while (!following.isEmpty()) {
      Path page = following.remove(0);
      if (!page.toString().endsWith(".md") || !reached.add(page)) continue;
      links(page).stream().map(Link::file).filter(Files::exists).forEach(following::add);
    }
    Set<Path> lost = new TreeSet<>(Pages.all());
    lost.removeAll(reached);
    assertEquals(Set.of(), lost);
  }

  private static List<Link> links(Path page) throws IOException {
    String text = CODE.matcher(Pages.withoutCodeBlocks(page)).replaceAll("");
    return LINK.matcher(text)
        .results()
        .map(found -> new Link(page, found.group(1)))
        .filter(Link::isRelative)
        .toList();
  }

  /** As GitHub names headings: lower case, punctuation left out, blanks as hyphens. */
  private static Set<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(Pages.withoutCodeBlocks(page))
        .results()
        .map((MatchResult heading) -> heading.group(1).strip().toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }
}
