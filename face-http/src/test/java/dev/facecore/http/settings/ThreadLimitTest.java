package dev.facecore.http.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadLimitTest {
  @TempDir Path root;

  private OptionalLong limit(String membership) throws IOException {
    Path lines = Files.writeString(root.resolve("membership"), membership);
    return ThreadLimit.of(root, lines);
  }

  private void group(String path, String limit) throws IOException {
    Path folder = Files.createDirectories(root.resolve(path));
    Files.writeString(folder.resolve("pids.max"), limit + "\n");
  }

  @Test
  void in_a_container_the_group_is_the_root() throws IOException {
    group("", "256");
    assertEquals(OptionalLong.of(256), limit("0::/\n"));
  }

  @Test
  void the_least_of_the_groups_around_counts() throws IOException {
    group("user.slice", "500");
    group("user.slice/session", "max");
    group("user.slice/session/inner", "700");
    group("other.slice", "3");
    assertEquals(OptionalLong.of(500), limit("0::/user.slice/session/inner\n"));
  }

  @Test
  void of_the_first_version_the_controller_of_processes_counts() throws IOException {
    group("pids", "300");
    group("cpu/docker/abc", "1");
    assertEquals(
        OptionalLong.of(300), limit("5:cpu,cpuacct:/docker/abc\n4:pids:/docker/abc\n0::/x\n"));
  }

  @Test
  void no_limit_is_none() throws IOException {
    group("a", "max");
    assertEquals(OptionalLong.empty(), limit("0::/a\n"));
    assertEquals(OptionalLong.empty(), limit("0::/b/../../..\n"));
    assertEquals(OptionalLong.empty(), limit("nonsense\n"));
    assertEquals(OptionalLong.empty(), limit(""));
    assertEquals(OptionalLong.empty(), ThreadLimit.of(root, root.resolve("absent")));
  }
}
