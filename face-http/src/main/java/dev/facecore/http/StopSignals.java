package dev.facecore.http;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

/**
 * Waits for SIGTERM or SIGINT instead of letting them end the JVM.
 *
 * <p>A shutdown hook would be too late: ONNX Runtime frees its environment in a hook of its own, at
 * the same time as any other, and a network that still runs then takes the JVM down. {@code
 * sun.misc.Signal} is reached by reflection because the compiler warns of it in a way that cannot
 * be answered; the module jdk.unsupported keeps it open on purpose.
 */
final class StopSignals {
  private final CountDownLatch received = new CountDownLatch(1);

  private StopSignals() {}

  /** Catches the signals from now on. */
  static StopSignals watch() {
    StopSignals signals = new StopSignals();
    signals.handle("TERM");
    signals.handle("INT");
    return signals;
  }

  private void handle(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object ours =
          Proxy.newProxyInstance(
              StopSignals.class.getClassLoader(), new Class<?>[] {handler}, this::receive);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "This Java lacks the module jdk.unsupported; use one that has it.", e);
    }
  }

  private Object receive(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "handle" -> {
        received.countDown();
        yield null;
      }
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "StopSignals";
    };
  }

  /** Returns after the first signal. */
  void await() throws InterruptedException {
    received.await();
  }
}
