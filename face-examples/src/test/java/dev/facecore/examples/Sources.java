package dev.facecore.examples;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of all modules. */
final class Sources {
  /** Not for users, or built apart. */
  private static final Set<String> LEFT_OUT = Set.of("target", "benchmarks", "node_modules");

  private Sources() {}

  /** Returns the files below a folder of any module whose names end so. */
  static List<Path> under(String folder, String ending) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        Pages.ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes facts) {
            String name = each.getFileName().toString();
            boolean leftOut = LEFT_OUT.contains(name) || name.startsWith(".");
            return leftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
            String path = file.toString().replace('\\', '/');
            if (path.contains("/" + folder + "/") && path.endsWith(ending)) files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(null);
    return files;
  }
}
