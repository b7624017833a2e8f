package dev.facecore.examples.extract;

import dev.facecore.console.terminal.VisibleText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Says what became of the people of the run before, and of corrections. */
final class PeopleReport {
  private static final int MOST_LINES = 10;

  private PeopleReport() {}

  static void print(AlbumPeople people, PrintWriter output, PrintWriter errors) {
    if (people.ids().hasEarlier()) output.println(changes(people.ids().changes()));
    if (people.corrections().count() > 0) {
      output.printf(
          "%d of %d corrections are applied.%n",
          people.applied().applied(), people.corrections().count());
    }
    print(people.applied().missing(), errors);
    print(people.names().conflicts(), errors);
  }

  private static String changes(PersonIds.Changes changes) {
    List<String> parts = new ArrayList<>();
    parts.add(changes.kept() + " kept");
    parts.add(changes.added() + " new");
    if (changes.merged() > 0) parts.add(changes.merged() + " merged into others");
    if (changes.split() > 0) parts.add(changes.split() + " split off");
    if (changes.gone() > 0) parts.add(changes.gone() + " gone");
    return "People since the last run: " + String.join(", ", parts) + ".";
  }

  private static void print(Collection<String> lines, PrintWriter errors) {
    lines.stream().limit(MOST_LINES).map(VisibleText::of).forEach(errors::println);
    if (lines.size() > MOST_LINES) errors.println("… and " + (lines.size() - MOST_LINES) + " more");
  }
}
