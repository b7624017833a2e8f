package dev.facecore.http.page;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, and then kept. Thread-safe. */
public final class Lazy<T> implements Supplier<T> {
  private Supplier<T> maker;
  private T value;

  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    if (maker != null) {
      value = maker.get();
      maker = null;
    }
    return value;
  }
}
