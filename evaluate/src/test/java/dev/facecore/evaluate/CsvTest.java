package dev.facecore.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
  @TempDir Path folder;

  private Path table(String text) throws IOException {
    return Files.write(folder.resolve("t.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void a_table_that_is_none_is_named_with_its_line() throws IOException {
    Path file = table("image,x\na,1\n\nb,no\n");
    List<Map<String, String>> rows = Csv.read(file);
    assertEquals(List.of(Map.of("image", "a", "x", "1"), Map.of("image", "b", "x", "no")), rows);
    String lacking =
        assertThrows(UncheckedIOException.class, () -> rows.get(1).get("y"))
            .getCause()
            .getMessage();
    assertEquals(file + ", line 4: there is no column 'y'.", lacking);
    assertThrows(UncheckedIOException.class, () -> Csv.boxes(rows));

    Map<String, String> wrong =
        Map.of(
            "", file + ": It is empty; its first line names columns.",
            "a,b\n1\n", file + ", line 2: expected 2 cells, got '1'.",
            "a\n\u00fc\n", file + ": It is not a text in UTF-8.");
    for (String text : wrong.keySet()) {
      table(text);
      Cli.Result result = Cli.run("pairs", "photos", file.toString());
      assertEquals(1, result.status());
      assertEquals("face-evaluate: " + wrong.get(text), result.errors().strip());
    }
    assertEquals(3, wrong.size());
  }
}
