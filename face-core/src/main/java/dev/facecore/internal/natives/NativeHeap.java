package dev.facecore.internal.natives;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Gives memory that native code has freed back to the system. The C library of Linux keeps it, a
 * pool for each thread, and so does what Java's compiler has freed: tens of megabytes. The JVM has
 * a command for it since 17.0.9; where it is missing nothing is done. Thread-safe.
 */
public final class NativeHeap {
  private static final long PERIOD = Duration.ofSeconds(2).toNanos();
  private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
  private static final String TRIM = "systemTrimNativeHeap";

  private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() + PERIOD);
  private static volatile boolean missing;

  private NativeHeap() {}

  /** To be called after each piece of work; does something at most every two seconds. */
  public static void trim() {
    long due = NEXT.get();
    long now = System.nanoTime();
    if (missing || now - due < 0 || !NEXT.compareAndSet(due, now + PERIOD)) return;
    missing = !trimNow();
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
