package dev.facecore.examples.models;

import dev.facecore.console.terminal.Terminal;
import dev.facecore.fetch.DownloadOptions;
import java.io.PrintWriter;
import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How a fetch goes on: a bar on a terminal; in a pipe only that it waits, if it does. */
class DownloadBar implements DownloadOptions.Progress, AutoCloseable {
  private final PrintWriter errors;

  private DownloadBar(PrintWriter errors) {
    this.errors = errors;
  }

  static DownloadBar of(String name, PrintWriter errors) {
    return Terminal.isThere() ? new OnTerminal(name, errors) : new DownloadBar(errors);
  }

  @Override
  public void received(long bytes, OptionalLong total) {}

  @Override
  public void waiting() {
    errors.println("faces: waiting for another program that fetches into the same folder");
  }

  @Override
  public void close() {}

  private static final class OnTerminal extends DownloadBar {
    private static final long MEGABYTE = 1_000_000;

    private final ProgressBar bar;

    private OnTerminal(String name, PrintWriter errors) {
      super(errors);
      bar =
          new ProgressBarBuilder()
              .setTaskName(name)
              .setInitialMax(-1)
              .setUnit(" MB", MEGABYTE)
              .setStyle(ProgressBarStyle.ASCII)
              .showSpeed()
              .build();
    }

    @Override
    public void received(long bytes, OptionalLong total) {
      total.ifPresent(bar::maxHint);
      bar.stepTo(bytes);
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
