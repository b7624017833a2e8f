package dev.facecore.internal.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.facecore.ImageException;
import java.util.List;
import java.util.Optional;

/** Tells formats apart by their first bytes, never by a name. */
final class FormatSniffer {
  private static final String SEND = "send JPEG, PNG, BMP, TIFF or WebP.";

  private record Signature(int at, String bytes) {
    boolean begins(byte[] data) {
      if (data.length < at + bytes.length()) return false;
      for (int i = 0; i < bytes.length(); i++) {
        if ((data[at + i] & 0xFF) != bytes.charAt(i)) return false;
      }
      return true;
    }
  }

  private record Decoded(Signature signature, ImageFormat format) {}

  private record Refused(Signature signature, String name) {}

  private static final List<Decoded> DECODED =
      List.of(
          decoded("\u00FF\u00D8\u00FF", ImageFormat.JPEG),
          decoded("\u0089PNG\r\n\u001A\n", ImageFormat.PNG),
          decoded("BM", ImageFormat.BMP),
          decoded("II*\0", ImageFormat.TIFF),
          decoded("MM\0*", ImageFormat.TIFF),
          decoded("II+\0", ImageFormat.TIFF),
          decoded("MM\0+", ImageFormat.TIFF));

  private static final Signature RIFF = new Signature(0, "RIFF");
  private static final Signature WEBP = new Signature(8, "WEBP");

  private static final List<Refused> REFUSED =
      List.of(
          refused(0, "GIF8", "GIF"),
          refused(4, "ftypavif", "AVIF"),
          refused(4, "ftypavis", "AVIF"),
          refused(4, "ftyphei", "HEIF"),
          refused(4, "ftyphev", "HEIF"),
          refused(4, "ftypmif1", "HEIF"),
          refused(4, "ftypmsf1", "HEIF"),
          refused(4, "ftypcrx", "Canon raw"),
          refused(4, "ftyp", "Video"),
          refused(0, "8BPS", "PSD"),
          refused(0, "\0\0\1\0", "ICO"),
          refused(0, "\0\0\2\0", "CUR"),
          refused(0, "\0\0\0\fjP  ", "JPEG 2000"),
          refused(0, "\u00FF\u004F\u00FF\u0051", "JPEG 2000"),
          refused(0, "\0\0\0\fJXL ", "JPEG XL"),
          refused(0, "\u00FF\n", "JPEG XL"),
          refused(0, "DDS ", "DDS"),
          refused(0, "qoif", "QOI"),
          refused(0, "v/1\1", "OpenEXR"),
          refused(0, "#?RADIANCE", "Radiance HDR"),
          refused(0, "#define ", "XBM"),
          refused(0, "%PDF", "PDF"),
          refused(0, "%!PS", "PostScript"),
          refused(0, "<svg", "SVG"),
          refused(0, "<?xml", "XML"),
          refused(0, "<!DOCTYPE html", "HTML"),
          refused(0, "<html", "HTML"),
          refused(0, "{", "JSON"),
          refused(0, "PK\3\4", "ZIP"),
          refused(0, "\u001A\u0045\u00DF\u00A3", "Video"));

  private FormatSniffer() {}

  static ImageFormat sniff(byte[] data) {
    if (data.length == 0) throw new ImageException("The image is empty; " + SEND);
    Optional<ImageFormat> format = known(data);
    if (format.isPresent()) return format.get();
    for (Refused known : REFUSED) {
      if (known.signature.begins(data)) {
        throw new ImageException(known.name + " is not supported; " + SEND);
      }
    }
    if (isNetpbm(data)) throw new ImageException("Netpbm is not supported; " + SEND);
    throw new ImageException("The data are not an image in a known format; " + SEND);
  }

  /** The format that data begin like; empty for those that are not decoded. */
  static Optional<ImageFormat> known(byte[] data) {
    if (RIFF.begins(data) && WEBP.begins(data)) return Optional.of(ImageFormat.WEBP);
    return DECODED.stream()
        .filter(known -> known.signature.begins(data))
        .map(Decoded::format)
        .findFirst();
  }

  private static boolean isNetpbm(byte[] data) {
    return data.length > 2 && new String(data, 0, 3, ISO_8859_1).matches("(?s)P[1-7fF]\\s");
  }

  private static Decoded decoded(String bytes, ImageFormat format) {
    return new Decoded(new Signature(0, bytes), format);
  }

  private static Refused refused(int at, String bytes, String name) {
    return new Refused(new Signature(at, bytes), name);
  }
}
