package dev.facecore.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Other networks through a catalogue in a folder, on the official pairs of LFW. */
@Timeout(900)
class FolderModelsSharedIT {
  @TempDir Path folder;

  private Path shared;

  @BeforeEach
  void the_folder_describes_the_shared_models() throws IOException {
    Assumptions.assumeTrue(System.getProperty("shared") != null, "needs -Dshared=FOLDER");
    shared = Path.of(System.getProperty("shared"));
    for (String file : new String[] {"w600k-mbf-int8.onnx", "scrfd-500m.onnx"}) {
      Files.copy(shared.resolve("models").resolve(file), folder.resolve(file));
    }
    new OwnCatalogue(folder)
        .copy("fetched.properties", "w600k_mbf", "mbf8")
        .set("mbf8.file", "w600k-mbf-int8.onnx")
        .set("mbf8.sha256", "7caa7fb0ad6c37b33e6c59f6411084b487aaabd596bba645d2cce391a5871120")
        .set("mbf8.bytes", "3514509")
        .copy("fetched.properties", "det_500m", "scrfd")
        .set("scrfd.file", "scrfd-500m.onnx")
        .write();
  }

  @Test
  void w600k_mbf_verifies_lfw() {
    assertEquals(0, pairs("--model", "mbf8", "--min-accuracy", "0.995").status());
  }

  @Test
  void scrfd_finds_the_faces_of_lfw() {
    Cli.Result result =
        pairs(
            "--model",
            "mbf8",
            "--detector",
            "scrfd",
            "--min-accuracy",
            "0.99",
            "--max-without-face",
            "0");
    assertEquals(0, result.status(), result.errors());
  }

  private Cli.Result pairs(String... options) {
    Path lfw = shared.resolve("faces/lfw");
    String[] arguments = {
      "pairs",
      lfw.resolve("images").toString(),
      lfw.resolve("pairs_official.csv").toString(),
      "--accept-licence",
      "--model-dir",
      folder.toString()
    };
    return Cli.run(Stream.of(arguments, options).flatMap(Stream::of).toArray(String[]::new));
  }
}
