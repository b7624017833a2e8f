package dev.facecore.console.stop;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The signals that end a program: Ctrl-C, kill, and a terminal that is closed. Java has them in the
 * module jdk.unsupported only, which compilers warn of; so they are found by name, and a Java
 * without them ends as it always did.
 */
final class EndSignals {
  private EndSignals() {}

  /**
   * Calls a handler, on a thread of its own, with the signal's number in place of what Java does.
   */
  static void handle(IntConsumer handler) {
    for (String name : List.of("INT", "TERM", "HUP")) {
      try {
        handle(name, handler);
      } catch (ReflectiveOperationException e) {
        // This system, or an option given to Java, keeps the signal for itself.
      }
    }
  }

  private static void handle(String name, IntConsumer handler) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
    Object proxy =
        Proxy.newProxyInstance(
            EndSignals.class.getClassLoader(),
            new Class<?>[] {handlerType},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "handle" -> {
                    handler.accept((int) signal.getMethod("getNumber").invoke(arguments[0]));
                    yield null;
                  }
                  case "equals" -> self == arguments[0];
                  case "hashCode" -> System.identityHashCode(self);
                  default -> EndSignals.class.getName();
                });
    signal
        .getMethod("handle", signal, handlerType)
        .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
  }
}
