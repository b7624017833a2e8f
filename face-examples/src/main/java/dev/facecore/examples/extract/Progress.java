package dev.facecore.examples.extract;

import dev.facecore.console.terminal.Terminal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and remaining time on a terminal; in a pipe a line now and then. */
public interface Progress extends AutoCloseable {
  /** For who wants none. */
  Progress SILENT = new Silent();

  void step();

  @Override
  void close();

  /**
   * Progress over some steps.
   *
   * @param done how many of them were done by an earlier run
   */
  static Progress over(int steps, int done, PrintWriter errors) {
    return Terminal.isThere()
        ? new Bar(steps, done)
        : new Lines(steps, done, errors, System::nanoTime);
  }

  /** Shows nothing. */
  record Silent() implements Progress {
    @Override
    public void step() {}

    @Override
    public void close() {}
  }

  /** For pipes and files: a line shows that the program lives. */
  final class Lines implements Progress {
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final int steps;
    private final PrintWriter output;
    private final LongSupplier nanoTime;
    private int done;
    private long lastLine;

    Lines(int steps, int done, PrintWriter output, LongSupplier nanoTime) {
      this.steps = steps;
      this.done = done;
      this.output = output;
      this.nanoTime = nanoTime;
      lastLine = nanoTime.getAsLong();
    }

    @Override
    public void step() {
      done++;
      long now = nanoTime.getAsLong();
      if (now - lastLine < PAUSE.toNanos()) return;
      lastLine = now;
      output.printf("faces: %d of %d images searched%n", done, steps);
    }

    @Override
    public void close() {}
  }

  /** For terminals. */
  final class Bar implements Progress {
    private final ProgressBar bar;

    Bar(int steps, int done) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Images")
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
