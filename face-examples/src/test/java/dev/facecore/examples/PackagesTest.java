package dev.facecore.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each package of each module says in a sentence what its job is. */
class PackagesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path SOURCES = Path.of("src", "main", "java");

  @Test
  void say_what_they_are_for() throws IOException {
    Set<Path> silent = new TreeSet<>();
    int packages = 0;
    for (Path module : modules()) {
      for (Path folder : packages(module.resolve(SOURCES))) {
        packages++;
        Path info = folder.resolve("package-info.java");
        boolean isSaid = Files.exists(info) && Files.readString(info).matches("(?s).*\\w\\.\\s.*");
        if (!isSaid) silent.add(ROOT.relativize(folder));
      }
    }
    assertEquals(Set.of(), silent);
    assertTrue(packages > 30, packages + " packages");
  }

  // Of the build: benchmarks lie in a package of what they measure, and users' programs are theirs.
  private static List<Path> modules() throws IOException {
    return Pattern.compile("<module>(?!benchmarks)(.+)</module>")
        .matcher(Files.readString(ROOT.resolve("pom.xml")))
        .results()
        .map(module -> ROOT.resolve(module.group(1)))
        .filter(module -> Files.isDirectory(module.resolve(SOURCES)))
        .toList();
  }

  private static Set<Path> packages(Path sources) throws IOException {
    Set<Path> packages = new TreeSet<>();
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .forEach(packages::add);
    }
    return packages;
  }
}
