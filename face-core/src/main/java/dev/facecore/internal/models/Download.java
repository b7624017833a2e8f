package dev.facecore.internal.models;

import java.net.URI;
import java.util.Optional;

/**
 * Where a file is published.
 *
 * @param address of the file, or of a ZIP archive that holds it
 * @param member the file's name in that archive; empty where the address is the file itself
 */
public record Download(URI address, Optional<String> member) {
  private static final String SEPARATOR = "!/";

  /**
   * Reads the catalogue's form: an address, and for a file in an archive {@code !/} and its name
   * there.
   *
   * @throws IllegalArgumentException if it is no http or https address with a host
   */
  public static Download parse(String text) {
    int end = text.indexOf(SEPARATOR);
    String address = end < 0 ? text : text.substring(0, end);
    Optional<String> member =
        end < 0 ? Optional.empty() : Optional.of(text.substring(end + SEPARATOR.length()));
    if (!address.matches("https?://[^\\s/?#]+/\\S*")
        || member.filter(String::isEmpty).isPresent()) {
      throw new IllegalArgumentException(
          "expected an address like 'https://host/file.onnx' or 'https://host/file.zip!/file.onnx',"
              + " got '"
              + text
              + "'");
    }
    return new Download(URI.create(address), member);
  }

  /** What a person has to do to have the file, as an imperative. */
  public String byHand() {
    return member
        .map(name -> "unpack " + name + " from " + address)
        .orElseGet(() -> "download " + address);
  }
}
