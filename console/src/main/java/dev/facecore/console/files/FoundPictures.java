package dev.facecore.console.files;

import java.nio.file.Path;
import java.util.List;

/**
 * What lies below the paths of a command line.
 *
 * @param files the pictures, each once, in order
 * @param problems what could not be looked at, a line each, safe to print
 */
public record FoundPictures(List<Path> files, List<String> problems) {
  public FoundPictures {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }
}
