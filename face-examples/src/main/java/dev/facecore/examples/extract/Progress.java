package dev.facecore.examples.extract;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and remaining time on a terminal, nothing in a pipe. */
interface Progress extends AutoCloseable {
  void step();

  @Override
  void close();

  static Progress over(int steps) {
    return System.console() == null || !isTerminal() ? new Silent() : new Bar(steps);
  }

  // From JDK 22 on, a console is there without a terminal as well; it can tell then.
  private static boolean isTerminal() {
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(System.console());
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** For pipes and files. */
  record Silent() implements Progress {
    @Override
    public void step() {}

    @Override
    public void close() {}
  }

  /** For terminals. */
  final class Bar implements Progress {
    private final ProgressBar bar;

    Bar(int steps) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Pictures")
              .setInitialMax(steps)
              .setStyle(ProgressBarStyle.ASCII)
              .showSpeed()
              .build();
    }

    @Override
    public void step() {
      bar.step();
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
