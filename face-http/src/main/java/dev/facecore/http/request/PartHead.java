package dev.facecore.http.request;

import dev.facecore.http.exchange.Problem;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands before the content of a part of a form.
 *
 * @param name of the field
 */
record PartHead(String name) {
  /** Collects the lines of a head. */
  static final class Builder {
    private Optional<String> name = Optional.empty();
    private Optional<String> encoding = Optional.empty();

    void add(String line) {
      int colon = line.indexOf(':');
      if (colon < 0) return;
      String value = line.substring(colon + 1).trim();
      switch (line.substring(0, colon).trim().toLowerCase(Locale.ROOT)) {
        case "content-disposition" -> name = HeaderParameter.of(value, "form-data", "name");
        case "content-transfer-encoding" -> encoding = Optional.of(value.toLowerCase(Locale.ROOT));
        default -> {}
      }
    }

    /**
     * The head.
     *
     * @throws Problem if the part has no name or is encoded
     */
    PartHead build() {
      String field =
          name.orElseThrow(
              () ->
                  Problem.badRequest(
                      "The form has a part without a name; give each the header"
                          + " Content-Disposition: form-data; name=\"...\"."));
      // RFC 7578, section 4.7: not to be used.
      if (encoding.isPresent() && !encoding.get().matches("binary|[78]bit")) {
        throw Problem.badRequest(
            "The field '"
                + Fields.shortened(field)
                + "' has a Content-Transfer-Encoding; send its bytes as they are.");
      }
      return new PartHead(field);
    }
  }
}
