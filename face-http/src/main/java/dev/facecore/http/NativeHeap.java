package dev.facecore.http;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Gives memory that native code has freed back to the system. The C library of Linux keeps it, a
 * pool for each thread; what Java's compiler needs in the first minutes alone is tens of megabytes.
 * The JVM has a command for it since 17.0.9; where it is missing nothing is done. Thread-safe.
 */
final class NativeHeap {
  private static final long PERIOD = Duration.ofSeconds(2).toNanos();
  private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
  private static final String TRIM = "systemTrimNativeHeap";

  private final AtomicLong next = new AtomicLong(System.nanoTime() + PERIOD);
  private volatile boolean missing;

  /** To be called after each request; does nothing nearly always. */
  void trim() {
    long due = next.get();
    long now = System.nanoTime();
    if (missing || now - due < 0 || !next.compareAndSet(due, now + PERIOD)) return;
    missing = !trimNow();
  }

  /** Whether this JVM can. */
  static boolean trimNow() {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      server.invoke(ObjectName.getInstance(COMMANDS), TRIM, null, null);
      return true;
    } catch (JMException e) {
      return false;
    }
  }
}
