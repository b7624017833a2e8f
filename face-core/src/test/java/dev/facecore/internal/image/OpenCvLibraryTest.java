package dev.facecore.internal.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
