package dev.facecore.internal.natives;

import java.util.stream.Stream;

/** An exception and what caused it. */
final class Causes {
  private static final int DEEPEST = 16;

  private Causes() {}

  static Stream<Throwable> of(Throwable failure) {
    return Stream.iterate(failure, it -> it != null, Throwable::getCause).limit(DEEPEST);
  }

  /**
   * Whether one is of a type. Where a class could not be initialised before, the JVM keeps of the
   * reason only its description: that is read then.
   */
  static boolean has(Throwable failure, Class<? extends Throwable> type) {
    return of(failure).anyMatch(it -> type.isInstance(it) || says(it, type.getName() + ":"));
  }

  static boolean says(Throwable failure, String words) {
    return of(failure).anyMatch(it -> String.valueOf(it.getMessage()).contains(words));
  }
}
