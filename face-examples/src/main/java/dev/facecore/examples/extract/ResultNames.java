package dev.facecore.examples.extract;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;

/**
 * What the pictures of a result are called, as paths within its folder. A name that a file of the
 * user's own has gets a number.
 */
final class ResultNames {
  static final String HEADSHOTS = "headshots";
  static final String THUMBNAILS = "thumbnails";

  private static final String ENDING = ".jpg";

  private final Path out;
  private final Set<String> made;

  /**
   * The names in a folder.
   *
   * @param made the pictures there that may be replaced
   */
  ResultNames(Path out, Set<String> made) {
    this.out = out;
    this.made = made;
  }

  /** Of a person, the same in every call. */
  String headshot(int person) {
    return free(HEADSHOTS + "/person-%05d".formatted(person));
  }

  /** Of a face, the same in every call. */
  String thumbnail(int face) {
    String name = thumbnailName(face);
    return free(name.substring(0, name.length() - ENDING.length()));
  }

  static String thumbnailName(int face) {
    return THUMBNAILS + "/face-%07d".formatted(face) + ENDING;
  }

  private String free(String stem) {
    String name = stem + ENDING;
    for (int number = 2; isTaken(name); number++) name = stem + "-" + number + ENDING;
    return name;
  }

  private boolean isTaken(String name) {
    return !made.contains(name) && Files.exists(out.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }
}
