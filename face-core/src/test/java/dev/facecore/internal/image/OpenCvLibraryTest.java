package dev.facecore.internal.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;

class OpenCvLibraryTest {
  @Test
  void loads_once_for_many_threads_and_starts_none_of_its_own() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> loads = new ArrayList<>();
      for (int i = 0; i < 32; i++) loads.add(threads.submit(OpenCvLibrary::load));
      for (Future<?> load : loads) load.get();
      assertEquals(32, loads.size());
    } finally {
      threads.shutdown();
    }
    assertEquals(1, Core.getNumThreads());
  }

  @Test
  void says_which_platform_it_cannot_run_on_and_what_to_do() {
    UnsatisfiedLinkError failure = new UnsatisfiedLinkError("no such symbol");
    String message = OpenCvLibrary.unavailable(failure).getMessage();
    assertTrue(message.contains(System.getProperty("os.name")), message);
    assertTrue(message.contains("use 64-bit Linux"), message);
  }
}
