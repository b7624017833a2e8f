package dev.facecore.examples.extract;

import dev.facecore.console.terminal.VisibleText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names every picture that failed; many that failed alike stand below the reason they share. */
public final class Failures {
  private static final int MANY = 10;

  private Failures() {}

  /** Prints a line for each, or a list below a reason. */
  public static void print(Map<String, String> failures, PrintWriter errors) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    failures.forEach(
        (image, reason) -> byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(image));
    byReason.forEach(
        (reason, images) -> {
          if (images.size() < MANY) {
            for (String image : images) errors.println(VisibleText.of(image) + ": " + reason);
          } else {
            errors.println(images.size() + " images: " + reason);
            for (String image : images) errors.println("  " + VisibleText.of(image));
          }
        });
  }
}
