package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NativeHeapTest {
  @Test
  @EnabledOnOs(OS.LINUX)
  void this_jvm_has_the_command() {
    assertTrue(NativeHeap.trimNow(), System.getProperty("java.vm.version"));
  }
}
