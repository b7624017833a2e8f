package dev.facecore.http.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.facecore.http.ContainerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadBudgetTest {
  private static ThreadBudget defaults(int cores) {
    return new ThreadBudget(cores, 4 * cores, cores);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16, 64, 128, 192})
  void the_places_by_default_leave_threads_for_others_and_fit_the_container(int cores)
      throws IOException {
    ThreadBudget budget = defaults(cores);
    assertTrue(budget.server() >= 5 * cores + 32, budget::toString);
    assertEquals(budget.server(), budget.serverPool().getMaxThreads());
    long allowed =
        new YAMLMapper()
            .readTree(Files.readString(ContainerFile.ROOT.resolve("compose.yaml")))
            .at("/services/faces/pids_limit")
            .longValue();
    assertTrue(allowed > 0);
    assertDoesNotThrow(() -> budget.require(OptionalLong.of(allowed)));
  }

  @Test
  void no_limit_allows_everything() {
    assertDoesNotThrow(() -> new ThreadBudget(1_000, 10_000, 64).require(OptionalLong.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "64, 256, 64, 639, MAX_QUEUE, 256, Give at most 255",
    "64, 256, 64, 384, MAX_QUEUE, 256, Give at most 0",
    "64, 256, 64, 383, MAX_CONCURRENT_REQUESTS, 64, Give at most 63 with MAX_QUEUE=0",
    "1, 0, 64, 320, MAX_CONCURRENT_REQUESTS, 1, Allow at least 321 threads"
  })
  void what_the_process_may_not_start_is_refused_by_name(
      int working, int waiting, int cores, long allowed, String name, int value, String remedy) {
    String message =
        assertThrows(
                SettingException.class,
                () -> new ThreadBudget(working, waiting, cores).require(OptionalLong.of(allowed)))
            .getMessage();
    assertTrue(message.startsWith(name + "=" + value + " is not allowed. "), message);
    assertTrue(message.contains("may have " + allowed) && message.endsWith(remedy + "."), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void what_the_refusal_proposes_is_allowed() {
    assertDoesNotThrow(() -> new ThreadBudget(64, 255, 64).require(OptionalLong.of(639)));
    assertDoesNotThrow(() -> new ThreadBudget(63, 0, 64).require(OptionalLong.of(383)));
    assertDoesNotThrow(() -> new ThreadBudget(1, 0, 64).require(OptionalLong.of(321)));
  }
}
