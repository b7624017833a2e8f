package dev.facecore.internal.natives;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.internal.image.OpenCvLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class NativeHeapIT {
  private static final int MATRICES = 4096;
  private static final int BYTES = 50_000;

  /** One in 16 stays, so that the C library cannot give the memory back of itself. */
  private static final int KEPT = 16;

  @Test
  @EnabledOnOs(OS.LINUX)
  void what_was_freed_goes_back_to_the_system() throws IOException {
    OpenCvLibrary.load();
    List<Mat> matrices = new ArrayList<>();
    for (int i = 0; i < MATRICES; i++) {
      matrices.add(new Mat(1, BYTES, CvType.CV_8UC1, new Scalar(1)));
    }
    for (int i = 0; i < MATRICES; i++) if (i % KEPT != 0) matrices.get(i).release();
    long before = residentBytes();
    assertTrue(NativeHeap.trimNow(), System.getProperty("java.vm.version"));
    long after = residentBytes();
    for (int i = 0; i < MATRICES; i += KEPT) matrices.get(i).release();

    long freed = (long) MATRICES * BYTES;
    assertTrue(before - after > freed / 2, before + " bytes, then " + after);
  }

  private static long residentBytes() throws IOException {
    String[] pages = Files.readString(Path.of("/proc/self/statm")).split(" ");
    return Long.parseLong(pages[1]) * 4096;
  }
}
