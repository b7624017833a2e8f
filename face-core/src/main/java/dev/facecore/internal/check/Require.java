package dev.facecore.internal.check;

import java.util.List;
import java.util.Objects;

/**
 * Checks of arguments that name the argument and its value; every test is negated so that NaN is
 * refused too.
 */
public final class Require {
  private Require() {}

  /** Refuses NaN and infinities. */
  public static void finite(String name, double value) {
    if (!Double.isFinite(value))
      throw new IllegalArgumentException(name + " must be finite, got " + value);
  }

  /** Refuses what is not between 0 and 1. */
  public static void ratio(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be between 0 and 1, got " + value);
    }
  }

  /** Refuses negative values, NaN and infinity. */
  public static void notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be 0 or more and finite, got " + value);
    }
  }

  /** Refuses values below the least one. */
  public static void atLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be " + least + " or more, got " + value);
    }
  }

  /** Refuses values outside a range, its ends included. */
  public static void between(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " must be between " + least + " and " + most + ", got " + value);
    }
  }

  /** Refuses values outside a range, its ends included, and NaN. */
  public static void between(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " must be between " + number(least) + " and " + number(most) + ", got " + value);
    }
  }

  private static String number(double value) {
    return value == (long) value ? String.valueOf((long) value) : String.valueOf(value);
  }

  /** The same list, copied; a null in it is refused by its position. */
  public static <T> List<T> all(String name, List<T> values) {
    int index = 0;
    for (T value : present(name, values)) {
      if (value == null) throw new NullPointerException(name + "[" + index + "] must not be null");
      index++;
    }
    return List.copyOf(values);
  }

  /** The same value; null is refused. */
  public static <T> T present(String name, T value) {
    return Objects.requireNonNull(value, () -> name + " must not be null");
  }
}
