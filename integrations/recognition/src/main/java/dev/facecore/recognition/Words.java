package dev.facecore.recognition;

import dev.facecore.gallery.IdentificationThreshold;
import dev.facecore.gallery.RecognisedFace;
import java.util.Locale;

/** The sentences of the program. */
final class Words {
  private Words() {}

  static String faces(int count) {
    return count == 1 ? "1 face" : count + " faces";
  }

  static String of(RecognisedFace face) {
    String who = face.person().orElse("unknown");
    String where =
        String.format(
            Locale.ROOT, "face at %.0f,%.0f", face.face().box().x(), face.face().box().y());
    if (face.similarity().isEmpty()) return who + ", " + where;
    return String.format(
        Locale.ROOT, "%s, similarity %.3f, %s", who, face.similarity().getAsDouble(), where);
  }

  static String of(IdentificationThreshold threshold, String model) {
    if (threshold.faces() == 0) return "The gallery is empty: enrol a person first.";
    String start =
        String.format(
            Locale.ROOT,
            "Threshold %.3f for %s: ",
            threshold.similarity(),
            faces(threshold.faces()).replace("face", "enrolled face"));
    if (threshold.falsePositiveRate().isEmpty()) {
      return start + "the error rate of " + model + " was not measured there.";
    }
    return start
        + String.format(
            Locale.ROOT,
            "about %.2g %% of strangers are accepted by mistake.",
            100 * threshold.falsePositiveRate().getAsDouble());
  }
}
