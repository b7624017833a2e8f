package dev.facecore.http.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How many threads the process may have, as Linux's control groups limit them (pids.max, cgroup v1
 * and v2).
 */
public final class ThreadLimit {
  private static final String FILE = "pids.max";

  private ThreadLimit() {}

  /** The limit of this process; empty if there is none or the system does not tell. */
  public static OptionalLong ofThisProcess() {
    return of(Path.of("/sys/fs/cgroup"), Path.of("/proc/self/cgroup"));
  }

  /**
   * The least limit of a group and those around it.
   *
   * @param root where control groups are mounted
   * @param membership lines such as {@code 0::/path} and {@code 4:pids:/path}
   */
  static OptionalLong of(Path root, Path membership) {
    return lines(membership).flatMapToLong(line -> limits(root, line)).min();
  }

  private static LongStream limits(Path root, String line) {
    String[] fields = line.split(":", 3);
    if (fields.length < 3) return LongStream.empty();
    boolean unified = fields[1].isEmpty();
    if (!unified && !fields[1].equals("pids")) return LongStream.empty();
    Path mount = unified ? root : root.resolve("pids");
    // In a container the group's own folder is often mounted as the root.
    Path group = mount.resolve(fields[2].replaceFirst("^/+", "")).normalize();
    LongStream.Builder found = LongStream.builder();
    while (group != null && group.startsWith(mount)) {
      lines(group.resolve(FILE))
          .filter(text -> text.matches("\\d{1,18}"))
          .mapToLong(Long::parseLong)
          .forEach(found);
      group = group.getParent();
    }
    return found.build();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.isReadable(file) ? Files.readAllLines(file).stream() : Stream.empty();
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
