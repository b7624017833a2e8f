package dev.facecore.recognition;

import dev.facecore.gallery.IdentificationThreshold;
import dev.facecore.gallery.RecognisedFace;
import java.util.Locale;

/** What the program says. */
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
    if (threshold.faces() == 0) return "Nobody is enrolled here: enrol someone first.";
    String start =
        String.format(
            Locale.ROOT,
            "Known from similarity %.3f on, among %s: ",
            threshold.similarity(),
            faces(threshold.faces()));
    if (threshold.falsePositiveRate().isEmpty()) {
      return start + "how often " + model + " then takes a stranger for one was not measured.";
    }
    return start
        + String.format(
            Locale.ROOT,
            "%s takes %.2g of all strangers for one of them.",
            model,
            threshold.falsePositiveRate().getAsDouble());
  }
}
