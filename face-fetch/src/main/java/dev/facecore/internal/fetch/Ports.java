package dev.facecore.internal.fetch;

import dev.facecore.ImageException;
import java.util.Arrays;

/** Which ports may be asked for a picture: any but those of services that are not the web's. */
final class Ports {
  /** The "bad ports" of the Fetch Standard, fetch.spec.whatwg.org/#port-blocking, in order. */
  private static final int[] BLOCKED = {
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101,
    102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427,
    465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990,
    993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667,
    6668, 6669, 6679, 6697, 10080
  };

  private Ports() {}

  /**
   * Reads a port as written after the colon.
   *
   * @throws ImageException if it is not 1 to 65535 in decimal, or another service's
   */
  static int parse(String written) {
    int port = written.matches("[0-9]{1,5}") ? Integer.parseInt(written) : -1;
    if (port < 1 || port > 65535) {
      throw new ImageException("The address has a malformed port; give 1 to 65535, or none.");
    }
    if (Arrays.binarySearch(BLOCKED, port) >= 0) {
      throw new ImageException(
          "Port " + port + " belongs to another service; give the address of a web server.");
    }
    return port;
  }
}
