package dev.facecore.examples.extract;

import dev.facecore.examples.Terminal;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and remaining time on a terminal, nothing in a pipe. */
interface Progress extends AutoCloseable {
  /** For pipes and files, and for who wants none. */
  Progress SILENT = new Silent();

  void step();

  @Override
  void close();

  /**
   * Progress over some steps.
   *
   * @param done how many of them were done by an earlier run
   */
  static Progress over(int steps, int done) {
    return Terminal.isThere() ? new Bar(steps, done) : SILENT;
  }

  /** Shows nothing. */
  record Silent() implements Progress {
    @Override
    public void step() {}

    @Override
    public void close() {}
  }

  /** For terminals. */
  final class Bar implements Progress {
    private final ProgressBar bar;

    Bar(int steps, int done) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Pictures")
              .setInitialMax(steps)
              .startsFrom(done, Duration.ZERO)
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
