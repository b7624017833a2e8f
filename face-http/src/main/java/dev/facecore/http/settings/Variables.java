package dev.facecore.http.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads environment variables; one that is empty counts as not set. */
record Variables(Map<String, String> environment) {

  Optional<String> text(String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::trim)
        .filter(value -> !value.isEmpty());
  }

  String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  long integer(String name, long otherwise, long least, long most) {
    return text(name).map(value -> integer(name, value, least, most)).orElse(otherwise);
  }

  private static long integer(String name, String value, long least, long most) {
    String allowed = "Give a whole number from " + least + " to " + most + ".";
    try {
      long number = Long.parseLong(value);
      if (number < least || number > most) throw new SettingException(name, value, allowed);
      return number;
    } catch (NumberFormatException e) {
      throw new SettingException(name, value, allowed);
    }
  }

  boolean truth(String name, boolean otherwise) {
    return Boolean.parseBoolean(oneOf(name, String.valueOf(otherwise), "true", "false"));
  }

  /** One of some words, in lower case; upper and lower case are the same. */
  String oneOf(String name, String otherwise, String... allowed) {
    String value = text(name, otherwise).toLowerCase(Locale.ROOT);
    if (!List.of(allowed).contains(value)) {
      throw new SettingException(
          name, text(name, otherwise), "Give one of " + String.join(", ", allowed) + ".");
    }
    return value;
  }

  /** A word that a header can carry; a refusal does not repeat it. */
  Optional<String> secret(String name) {
    Optional<String> value = text(name);
    if (value.isPresent() && !value.get().matches("[!-~]+")) {
      throw new SettingException(
          name, "(not shown)", "Give ASCII letters, digits and signs without spaces.");
    }
    return value;
  }

  /** A folder, which need not exist yet. */
  Path folder(String name, Path otherwise) {
    Path folder = text(name).map(Path::of).orElse(otherwise);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new SettingException(name, folder.toString(), "Give a folder.");
    }
    return folder;
  }

  List<String> list(String name) {
    return Arrays.stream(text(name, "").split(","))
        .map(String::trim)
        .filter(item -> !item.isEmpty())
        .toList();
  }
}
