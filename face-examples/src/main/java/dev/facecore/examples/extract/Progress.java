package dev.facecore.examples.extract;

import dev.facecore.examples.Terminal;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and remaining time on a terminal, nothing in a pipe. */
interface Progress extends AutoCloseable {
  void step();

  @Override
  void close();

  static Progress over(int steps) {
    return Terminal.isThere() ? new Bar(steps) : new Silent();
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
