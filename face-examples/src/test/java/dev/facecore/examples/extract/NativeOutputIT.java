package dev.facecore.examples.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NativeOutputIT {
  @TempDir Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void of_a_broken_picture_there_is_one_line_and_it_is_ours() throws Exception {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    byte[] png = Files.readAllBytes(Path.of("photos", "astronaut.png"));
    png[png.length - 20] ^= 0x55;
    for (int i = 0; i < 3; i++) Files.write(photos.resolve("broken" + i + ".png"), png);
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/sun.nio.fs=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.facecore.examples.Faces",
                "extract",
                photos.toString(),
                "--out",
                folder.resolve("out").toString())
            .redirectError(errors.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertTrue(process.waitFor(100, TimeUnit.SECONDS));
    assertEquals(1, process.exitValue());
    List<String> lines = Files.readAllLines(errors);
    assertEquals(3, lines.size(), lines::toString);
    for (String line : lines) assertTrue(line.contains("broken"), lines::toString);
  }
}
