package dev.facecore.http.exchange;

import dev.facecore.Extraction;
import dev.facecore.ExtractionOptions;
import dev.facecore.StageTimes;

/**
 * What was done for one request, in numbers only.
 *
 * @param images how many the request held
 * @param failed how many of them could not be loaded
 * @param faces how many were found
 * @param people how many were distinguished
 * @param times where the time went
 * @param options what was asked for
 */
public record Work(
    int images, int failed, int faces, int people, StageTimes times, ExtractionOptions options) {
  /** Nothing was done. */
  public static final Work NONE = new Work(0, 0, 0, 0, StageTimes.NONE, ExtractionOptions.DEFAULTS);

  /** The numbers of a result. */
  public static Work of(int images, Extraction result, ExtractionOptions options) {
    int loaded = result.images().size() - result.failures().size();
    return new Work(
        images,
        images - loaded,
        result.faces().size(),
        result.people().size(),
        result.times(),
        options);
  }
}
