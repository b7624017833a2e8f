package dev.facecore.internal.detect;

import java.util.List;

/** Turns a network's outputs into candidates, in pixels of its input. Stateless. */
interface OutputDecoder {
  /**
   * The candidates of at least {@link ScoutingDetector#MIN_CONFIDENCE}, and with a decoder for
   * {@link ScoutingDetector} those of {@link ScoutingDetector#WEAK}, in the order of the outputs.
   *
   * @param outputs flat, in the order of the catalogue entry
   * @param width of the input
   * @param height of the input
   */
  List<Candidate> decode(float[][] outputs, int width, int height);
}
