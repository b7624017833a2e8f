package dev.facecore.leaks;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.bytebuddy.asm.Advice;

/**
 * Which objects with native memory are open, and where each was opened. Holds on to them, so that
 * no finaliser can free what was forgotten.
 */
public final class NativeLedger {
  private static final StackWalker STACK = StackWalker.getInstance();
  private static final Map<Object, String> OPEN =
      Collections.synchronizedMap(new IdentityHashMap<>());

  private NativeLedger() {}

  /** Called at the end of a constructor. */
  public static void opened(Object handle) {
    OPEN.put(handle, handle.getClass().getSimpleName() + " opened by " + caller());
  }

  /** Called at the end of close() or release(). */
  public static void closed(Object handle) {
    OPEN.remove(handle);
  }

  private static String caller() {
    return STACK.walk(
        frames ->
            frames
                .filter(frame -> frame.getClassName().startsWith("dev.facecore"))
                .filter(frame -> !frame.getClassName().equals(NativeLedger.class.getName()))
                .limit(4)
                .map(StackWalker.StackFrame::toString)
                .collect(Collectors.joining(" < ")));
  }

  /** What is open, one line each. */
  static List<String> open() {
    synchronized (OPEN) {
      return List.copyOf(OPEN.values());
    }
  }

  /** Woven into constructors. */
  static final class Opened {
    private Opened() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object handle) {
      NativeLedger.opened(handle);
    }
  }

  /** Woven into close() and release(). */
  static final class Closed {
    private Closed() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.This Object handle) {
      NativeLedger.closed(handle);
    }
  }
}
