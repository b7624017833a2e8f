package dev.facecore.examples.people;

import dev.facecore.console.files.FoundPictures;
import dev.facecore.console.files.PathText;
import dev.facecore.console.files.PictureFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;

/** A folder of people: a subfolder or a file for each, which has the person's name. */
final class KnownFolder {
  private KnownFolder() {}

  /** The photographs of each person, by name. */
  static Map<String, List<Path>> photographs(Path folder, CommandLine command) throws IOException {
    FoundPictures found = PictureFiles.below(List.of(folder), path -> false, command);
    Map<String, List<Path>> people = new TreeMap<>();
    for (Path file : found.files()) {
      people.computeIfAbsent(name(folder.relativize(file)), n -> new ArrayList<>()).add(file);
    }
    return people;
  }

  private static String name(Path inFolder) {
    String first = PathText.of(inFolder.getName(0));
    int dot = first.lastIndexOf('.');
    return inFolder.getNameCount() > 1 || dot < 1 ? first : first.substring(0, dot);
  }
}
