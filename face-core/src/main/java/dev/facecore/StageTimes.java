package dev.facecore;

/**
 * Nanoseconds of one thread spent in each stage; sums over pictures may exceed the time on the
 * clock.
 *
 * @param load fetching or reading the encoded picture
 * @param decode from the encoded picture to pixels
 * @param detect finding faces
 * @param again finding faces in all looks at the picture but the first; contained in {@code detect}
 * @param align cutting aligned faces
 * @param embed turning them into embeddings
 * @param headshot cutting and encoding headshots
 * @param dedup grouping faces into people
 * @param natives inside the networks and the picture codecs; contained in the other stages
 */
public record StageTimes(
    long load,
    long decode,
    long detect,
    long again,
    long align,
    long embed,
    long headshot,
    long dedup,
    long natives) {
  /** Nothing done yet. */
  public static final StageTimes NONE = new StageTimes(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** The sums, stage by stage. */
  public StageTimes plus(StageTimes other) {
    return new StageTimes(
        load + other.load,
        decode + other.decode,
        detect + other.detect,
        again + other.again,
        align + other.align,
        embed + other.embed,
        headshot + other.headshot,
        dedup + other.dedup,
        natives + other.natives);
  }
}
