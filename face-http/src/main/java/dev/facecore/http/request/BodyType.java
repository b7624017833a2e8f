package dev.facecore.http.request;

import dev.facecore.http.exchange.Problem;
import java.util.Locale;
import org.eclipse.jetty.http.MultiPart;

/**
 * What a request says of its body.
 *
 * @param kind how the body is to be read
 * @param boundary what separates the parts of a form; empty for the other kinds
 */
public record BodyType(Kind kind, String boundary) {
  /** RFC 2046, section 5.1.1, has 70; some clients write more. */
  private static final int LONGEST_BOUNDARY = 200;

  /** The three kinds of body. */
  public enum Kind {
    JSON,
    FORM,
    PICTURE
  }

  /**
   * Reads the header as it was sent; parameters other than the boundary mean nothing here.
   *
   * @param contentType null where there is none
   * @throws Problem 415 if it is none of the three, 400 if a form has no usable boundary
   */
  public static BodyType of(String contentType) {
    String type =
        contentType == null ? "" : contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    if (type.equals("application/json")) return new BodyType(Kind.JSON, "");
    if (type.equals("application/octet-stream") || type.matches("image/[!-~]+")) {
      return new BodyType(Kind.PICTURE, "");
    }
    if (type.equals("multipart/form-data")) return new BodyType(Kind.FORM, boundary(contentType));
    throw Problem.unsupported(
        "Send the header Content-Type: multipart/form-data for files, application/json, or the"
            + " type of one image such as image/jpeg.");
  }

  private static String boundary(String contentType) {
    String boundary = MultiPart.extractBoundary(contentType);
    if (boundary == null || !boundary.matches("[ -~]{1," + LONGEST_BOUNDARY + "}")) {
      throw Problem.badRequest(
          "The Content-Type multipart/form-data has no usable boundary; let the program that"
              + " makes the body set the header.");
    }
    return boundary;
  }
}
