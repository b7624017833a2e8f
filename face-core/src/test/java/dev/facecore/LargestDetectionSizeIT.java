package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A caller's detection size asks for little memory, and for none that stays. */
@Timeout(120)
class LargestDetectionSizeIT {
  private static final Path STATUS = Path.of("/proc/self/status");

  /** What this test runs in a Java of its own; prints megabytes more than before. */
  static final class Program {
    private Program() {}

    public static void main(String[] parts) throws Exception {
      byte[] flat = flatWebp(4096);
      ExtractionOptions largest =
          ExtractionOptions.DEFAULTS.withDetectionSize(java.util.OptionalInt.of(4096));
      try (FaceExtractor extractor =
          FaceExtractor.builder().detector(parts[0]).threads(1).build()) {
        extractor.warmUp();
        extractor.extract(List.of(SamplePhotos.source("obama.jpg")));
        long before = megabytes("VmRSS");
        extractor.extract(List.of(ImageSource.bytes("flat", flat)), largest);
        System.out.println(megabytes("VmHWM") - before);
        System.out.println(megabytes("VmRSS") - before);
      }
    }

    private static long megabytes(String name) throws Exception {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(name)) return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
      throw new AssertionError(name);
    }
  }

  /** 34 bytes: five prefix codes of one symbol each, so that the pixels take no bits. */
  private static byte[] flatWebp(int side) {
    byte[] file = new byte[34];
    System.arraycopy(
        "RIFF\032\0\0\0WEBPVP8L\016\0\0\0/".getBytes(StandardCharsets.ISO_8859_1), 0, file, 0, 21);
    int at = 8 * 21;
    int[][] fields = {
      {side - 1, 14},
      {side - 1, 14},
      {0, 4},
      {0, 3},
      {0x3c5, 11},
      {0x3c5, 11},
      {0x3c5, 11},
      {0x3c5, 11},
      {1, 4}
    };
    for (int[] field : fields) {
      for (int bit = 0; bit < field[1]; bit++, at++) {
        file[at / 8] |= (byte) ((field[0] >> bit & 1) << at % 8);
      }
    }
    return file;
  }

  @ParameterizedTest
  @CsvSource({"retinaface, 320", "mtcnn, 450"})
  void a_flat_picture_at_the_largest_size_takes_little_memory_and_gives_it_back(
      String detector, int most) throws Exception {
    Assumptions.assumeTrue(Files.exists(STATUS), "only Linux tells");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder program =
        new ProcessBuilder(
            java,
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName(),
            detector);
    Process process = program.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertEquals(0, process.waitFor());
    assertEquals(2, printed.size(), printed.toString());
    // Pixels in native memory, 120 MB while they are decoded, and one part of the picture.
    assertTrue(Long.parseLong(printed.get(0)) < most, "peak +" + printed.get(0) + " MB");
    assertTrue(Long.parseLong(printed.get(1)) < 160, "after +" + printed.get(1) + " MB");
  }
}
