package dev.facecore.internal.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** All IP addresses of one family that begin with the same bits. */
final class AddressRange {
  private final byte[] first;
  private final int bits;

  private AddressRange(byte[] first, int bits) {
    this.first = first;
    this.bits = bits;
  }

  /** Reads {@code 10.0.0.0/8} or {@code fc00::/7}. */
  static AddressRange of(String cidr) {
    int slash = cidr.indexOf('/');
    try {
      // A literal is never looked up.
      byte[] first = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
      return new AddressRange(first, Integer.parseInt(cidr.substring(slash + 1)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not a range of addresses: " + cidr, e);
    }
  }

  boolean contains(byte[] address) {
    if (address.length != first.length) return false;
    int whole = bits / 8;
    for (int i = 0; i < whole; i++) {
      if (address[i] != first[i]) return false;
    }
    int rest = bits % 8;
    return rest == 0 || ((address[whole] ^ first[whole]) & 0xff) >> (8 - rest) == 0;
  }
}
