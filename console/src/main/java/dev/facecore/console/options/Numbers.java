package dev.facecore.console.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers of a command line; whatever else is given is refused by what is allowed. */
public final class Numbers {
  private static final int MOST_THREADS = 1024;

  private Numbers() {}

  /** From 0 to 1. */
  public static final class Ratio implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      return between(0, "0", text);
    }

    static double between(double least, String written, String text) {
      try {
        double number = Double.parseDouble(text);
        if (number >= least && number <= 1) return number;
      } catch (NumberFormatException e) {
        // Refused as any other wrong one.
      }
      throw refused("a number from " + written + " to 1", text);
    }
  }

  /** From 0.5 to 1. */
  public static final class Confidence implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      return Ratio.between(0.5, "0.5", text);
    }
  }

  /** 1 or more. */
  public static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return between(1, Integer.MAX_VALUE, "a whole number, 1 or more", text);
    }
  }

  /** How many pictures are searched at once. */
  public static final class Threads implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return between(1, MOST_THREADS, "a whole number from 1 to " + MOST_THREADS, text);
    }
  }

  /** Any whole number. */
  public static final class Whole implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return between(Integer.MIN_VALUE, Integer.MAX_VALUE, "a whole number", text);
    }
  }

  /** Any whole number, long. */
  public static final class LongWhole implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException e) {
        throw refused("a whole number", text);
      }
    }
  }

  /** Any number. */
  public static final class Real implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      try {
        double number = Double.parseDouble(text);
        if (Double.isFinite(number)) return number;
      } catch (NumberFormatException e) {
        // Refused as any other wrong one.
      }
      throw refused("a number", text);
    }
  }

  private static int between(int least, int most, String allowed, String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) return number;
    } catch (NumberFormatException e) {
      // Refused as any other wrong one.
    }
    throw refused(allowed, text);
  }

  private static TypeConversionException refused(String allowed, String text) {
    return new TypeConversionException("must be " + allowed + ", got '" + text + "'");
  }
}
