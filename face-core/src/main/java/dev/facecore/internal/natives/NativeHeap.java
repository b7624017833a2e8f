package dev.facecore.internal.natives;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Gives memory that native code has freed back to the system. The C library of Linux keeps it, a
 * pool for each thread, and so does what Java's compiler has freed: tens of megabytes. The JVM has
 * a command for it since 17.0.9; where it is missing nothing is done. It concerns the whole
 * process, so that only programs call it, never the library. Thread-safe.
 */
final class NativeHeap {
  private static final long PERIOD_SECONDS = 2;
  private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
  private static final String TRIM = "systemTrimNativeHeap";

  private static final AtomicBoolean PENDING = new AtomicBoolean();
  private static volatile boolean missing;

  private NativeHeap() {}

  /**
   * To be called after each piece of work: trims two seconds later, once for all calls until then.
   */
  static void trim() {
    if (missing || !PENDING.compareAndSet(false, true)) return;
    CompletableFuture.delayedExecutor(PERIOD_SECONDS, TimeUnit.SECONDS)
        .execute(
            () -> {
              PENDING.set(false);
              missing = !trimNow();
            });
  }

  /** Whether this JVM can; others have other commands, and a runtime image may lack them all. */
  static boolean trimNow() {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(ObjectName.getInstance(COMMANDS), TRIM, null, null);
      return true;
    } catch (JMException | RuntimeException | LinkageError e) {
      return false;
    }
  }
}
