package dev.facecore.console.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiskProblemTest {
  @Test
  void problems_of_the_disk_are_told_in_words() {
    Map<Exception, String> told =
        Map.of(
            new AccessDeniedException("a"), "a: Permission denied.",
            new UncheckedIOException(new FileSystemException("a", null, "No space left")),
                "a: No space left.",
            new IOException("broken"), "broken.");
    told.forEach((failure, text) -> assertEquals(text, DiskProblem.of(failure)));
    assertEquals(3, told.size());
  }
}
