package dev.facecore.http.response;

import dev.facecore.StageTimes;
import dev.facecore.StageTimes.Stage;

/** Milliseconds of work, summed over images. */
record TimingsAnswer(double load, double detect, double embed, double dedup) {
  static TimingsAnswer of(StageTimes times) {
    return new TimingsAnswer(
        Rounded.millis(times.of(Stage.LOAD, Stage.DECODE)),
        Rounded.millis(times.of(Stage.DETECT)),
        Rounded.millis(times.of(Stage.ALIGN, Stage.EMBED, Stage.HEADSHOT)),
        Rounded.millis(times.of(Stage.DEDUP)));
  }
}
