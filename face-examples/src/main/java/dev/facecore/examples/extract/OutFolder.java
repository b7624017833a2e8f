package dev.facecore.examples.extract;

import dev.facecore.console.files.PathText;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Whether results may be written into a folder. */
final class OutFolder {
  private OutFolder() {}

  /** Why not, in words that follow the option; empty if they may. Nothing is made or changed. */
  static Optional<String> problem(Path out) {
    if (out.toString().equals("-")) {
      return Optional.of("must be a folder, got '-': the results are several files.");
    }
    if (!Files.exists(out, LinkOption.NOFOLLOW_LINKS)) return Optional.empty();
    if (!Files.isDirectory(out)) {
      return Optional.of(
          "must be a folder, got '" + PathText.of(out) + "', which is another kind of file.");
    }
    for (String folder : new String[] {ResultNames.HEADSHOTS, ResultNames.THUMBNAILS}) {
      if (isOther(out.resolve(folder), true)) return Optional.of(inTheWay(out, folder));
    }
    boolean areResults = MadeFiles.areResults(out);
    for (String fixed : MadeFiles.FIXED) {
      Path file = out.resolve(fixed);
      boolean isThere = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
      if (isOther(file, false) || (isThere && !areResults)) {
        return Optional.of(inTheWay(out, fixed));
      }
    }
    return Optional.empty();
  }

  private static boolean isOther(Path path, boolean isFolder) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) return false;
    return isFolder
        ? !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
        : !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static String inTheWay(Path out, String name) {
    return PathText.of(out)
        + " holds "
        + name
        + ", which faces did not make and would replace; move it, or choose another folder.";
  }
}
