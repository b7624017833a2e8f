package dev.facecore.internal.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.PlatformException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The remedy follows from what was thrown. */
class NativeFailureTest {
  private static String said(Throwable cause) {
    RuntimeException failure = NativeFailure.of("X", cause);
    assertSame(cause, failure.getCause());
    return failure.getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "java/util/logging/Logger, java.logging",
    "java/lang/management/ManagementFactory, java.management",
    "com/sun/management/HotSpotDiagnosticMXBean, jdk.management",
    "java/awt/image/BufferedImage, java.desktop",
    "sun/misc/Unsafe, jdk.unsupported"
  })
  void a_class_of_the_jdk_that_is_missing_names_its_module(String type, String module) {
    List<Throwable> causes =
        List.of(
            new NoClassDefFoundError(type),
            new ExceptionInInitializerError(new NoClassDefFoundError(type)),
            new RuntimeException(new ClassNotFoundException(type.replace('/', '.'))),
            new ExceptionInInitializerError(
                "Exception java.lang.NoClassDefFoundError: " + type + " [in thread \"main\"]"));
    for (Throwable cause : causes) {
      String said = said(cause);
      assertTrue(said.startsWith("X needs the module " + module + ","), said);
      assertTrue(said.endsWith("jlink --add-modules " + module + "."), said);
    }
    assertEquals(4, causes.size());
  }

  @Test
  void forbidden_native_access_names_the_option() {
    IllegalCallerException refused = new IllegalCallerException("Illegal native access");
    NoClassDefFoundError later = new NoClassDefFoundError("Could not initialize class X");
    later.initCause(
        new ExceptionInInitializerError(
            "Exception java.lang.IllegalCallerException: Illegal native access"));
    for (Throwable cause : List.of(refused, new ExceptionInInitializerError(refused), later)) {
      String said = said(cause);
      assertTrue(said.contains("--enable-native-access=ALL-UNNAMED"), said);
      assertTrue(!said.contains("musl"), said);
    }
  }

  @Test
  void what_another_class_loader_did_is_not_blamed_on_the_machine() {
    String loaded = "Native Library /a/libx.so already loaded in another classloader";
    assertTrue(said(new UnsatisfiedLinkError(loaded)).contains("another class loader"));
    IllegalStateException mismatch =
        new IllegalStateException(
            "There is a mismatch between the ORT class files and the ORT native library");
    assertTrue(said(new ExceptionInInitializerError(mismatch)).contains("of another version"));
    String other = said(new UnsatisfiedLinkError("no x in java.library.path"));
    assertTrue(other.contains("(not musl)"), other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/c/libx.so: libgomp.so.1: cannot open shared object file: No such file | needs libgomp.so.1,",
        "Error loading shared library libstdc++.so.6: No such file (needed by /c/libx.so)"
            + " | needs libstdc++.so.6,",
        "Error loading shared library ld-linux-x86-64.so.2: No such file (needed by /c/libx.so)"
            + " | has musl, and it needs glibc",
        "/c/libx.so: /lib64/libm.so.6: version `GLIBC_2.27' not found (required by /c/libx.so)"
            + " | needs GLIBC_2.27,",
        "/c/libx.so: failed to map segment from shared object | noexec",
        "/c/libx.so: cannot enable executable stack: Permission denied | noexec"
      })
  void what_the_loader_says_names_one_remedy_and_no_path(String loader, String words) {
    String said = said(new UnsatisfiedLinkError(loader));
    assertTrue(said.contains(words), said);
    assertFalse(said.contains("/c/"), said);
  }

  @Test
  void is_the_platforms_not_a_networks() {
    assertEquals(
        PlatformException.Part.NATIVE_CODE,
        NativeFailure.of("X", new UnsatisfiedLinkError("no x")).part());
  }
}
