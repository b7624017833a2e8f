package dev.facecore.internal.models;

import dev.facecore.internal.check.Sha256;
import dev.facecore.internal.onnx.PixelRecipe;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** The text that embeddings carry to say which model made them; the same on every machine. */
final class ModelIdentity {
  private static final int DIGITS = 8;

  private ModelIdentity() {}

  static String of(String name, List<ModelFile> files, PixelRecipe recipe) {
    MessageDigest digest = Sha256.digest();
    for (ModelFile file : files) add(digest, file.sha256());
    add(digest, recipe(recipe));
    String digits = HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    return name + "@" + digits;
  }

  // As bits: the decimal form of a float differs between versions of Java.
  private static String recipe(PixelRecipe recipe) {
    return recipe.order()
        + " "
        + Float.floatToIntBits(recipe.mean0())
        + " "
        + Float.floatToIntBits(recipe.mean1())
        + " "
        + Float.floatToIntBits(recipe.mean2())
        + " "
        + Float.floatToIntBits(recipe.scale());
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }
}
