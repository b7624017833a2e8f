package dev.facecore.examples.extract;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Recognises, during a walk, pictures that an earlier run made, and work folders: searching them
 * would find everybody twice. Not thread-safe.
 */
final class ResultPictures implements Predicate<Path> {
  private final Map<Path, Set<String>> madeByFolder = new HashMap<>();
  private final Map<Path, Integer> leftOut = new TreeMap<>();

  @Override
  public boolean test(Path real) {
    if (real.getFileName() == null) return false;
    if (real.getFileName().toString().equals(WorkFolder.NAME)) return true;
    Path folder = real.getParent() == null ? null : real.getParent().getParent();
    if (folder == null) return false;
    String name = real.getParent().getFileName() + "/" + real.getFileName();
    if (!MadeFiles.isCalledLikeOurs(name)) return false;
    boolean isOurs = madeByFolder.computeIfAbsent(folder, MadeFiles::in).contains(name);
    if (isOurs) leftOut.merge(folder, 1, Integer::sum);
    return isOurs;
  }

  /** How many pictures were left out, by result folder. */
  Map<Path, Integer> leftOut() {
    return leftOut;
  }
}
