package dev.facecore.http.request;

import java.util.function.IntConsumer;

/** Percent-decodes bytes one by one; a percent sign without two hexadecimal digits is itself. */
final class PercentDecoder {
  private static final int NONE = -1;

  private final IntConsumer target;
  private boolean begun;
  private int firstDigit = NONE;

  PercentDecoder(IntConsumer target) {
    this.target = target;
  }

  void add(int next) {
    if (begun && Character.digit(next, 16) >= 0) {
      addDigit(next);
      return;
    }
    end();
    if (next == '%') begun = true;
    else target.accept(next);
  }

  private void addDigit(int digit) {
    if (firstDigit == NONE) {
      firstDigit = digit;
      return;
    }
    target.accept(Character.digit(firstDigit, 16) << 4 | Character.digit(digit, 16));
    begun = false;
    firstDigit = NONE;
  }

  /** Whether no encoded byte is begun. */
  boolean isComplete() {
    return !begun;
  }

  /** Hands on what was begun and is no encoded byte. */
  void end() {
    if (begun) target.accept('%');
    if (firstDigit != NONE) target.accept(firstDigit);
    begun = false;
    firstDigit = NONE;
  }
}
