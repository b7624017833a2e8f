package dev.facecore.internal.fetch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells IP addresses of the public internet from all others.
 *
 * <p>Pure: bytes in, verdict out. The ranges are those of the IANA IPv4 and IPv6 Special-Purpose
 * Address Registries (RFC 6890) that are not globally reachable. An IPv4 address hidden in an IPv6
 * one is judged too, because a gateway may unwrap it.
 */
final class AddressRules {
  private static final List<AddressRange> NOT_PUBLIC =
      ranges(
          "0.0.0.0/8", // this network; 0.0.0.0 reaches this machine
          "10.0.0.0/8", // private
          "100.64.0.0/10", // carrier-grade NAT
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // Azure's platform services, seen from inside a virtual machine
          "169.254.0.0/16", // link-local, cloud metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments, Oracle's cloud metadata
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4", // reserved, broadcast
          "2001::/23", // protocol assignments, benchmarks, ORCHID; Teredo is judged before
          "2001:db8::/32", // documentation
          "3fff::/20"); // documentation

  /**
   * Whatever lies outside is unspecified, loopback, unique local, link-local, site-local,
   * multicast, discarded, or IPv4 in a form that no public route leads to: compatible {@code
   * ::a.b.c.d}, translated {@code ::ffff:0:a.b.c.d}, local NAT64 {@code 64:ff9b:1::}.
   */
  private static final AddressRange GLOBAL_UNICAST = AddressRange.of("2000::/3");

  private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96"); // RFC 6052
  private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16"); // RFC 3056
  private static final AddressRange TEREDO = AddressRange.of("2001::/32"); // RFC 4380

  private AddressRules() {}

  /**
   * Whether the address, 4 or 16 bytes in network order, is public and hides none that is not.
   *
   * @throws IllegalArgumentException if there are not 4 or 16 bytes
   */
  static boolean isPublic(byte[] address) {
    return switch (address.length) {
      case 4 -> !special(address);
      case 16 -> isPublicIpv6(address);
      default ->
          throw new IllegalArgumentException(
              "an IP address has 4 or 16 bytes, got " + address.length);
    };
  }

  private static boolean isPublicIpv6(byte[] address) {
    if (!hidden(address).stream().allMatch(AddressRules::isPublic)) return false;
    if (isMapped(address) || NAT64.contains(address)) return true;
    return GLOBAL_UNICAST.contains(address) && (TEREDO.contains(address) || !special(address));
  }

  /** The IPv4 addresses, 4 bytes each, to which packets for this address may be led on. */
  static List<byte[]> hidden(byte[] address) {
    if (address.length != 16) return List.of();
    if (SIX_TO_FOUR.contains(address)) return List.of(ipv4(address, 2));
    if (TEREDO.contains(address)) {
      return List.of(ipv4(address, 4), inverted(ipv4(address, 12)));
    }
    boolean last = isMapped(address) || NAT64.contains(address) || isIsatap(address);
    return last ? List.of(ipv4(address, 12)) : List.of();
  }

  private static boolean special(byte[] address) {
    return NOT_PUBLIC.stream().anyMatch(range -> range.contains(address));
  }

  /** {@code ::ffff:a.b.c.d}, RFC 4291; Java's parser would turn such a range into IPv4. */
  private static boolean isMapped(byte[] address) {
    for (int i = 0; i < 10; i++) {
      if (address[i] != 0) return false;
    }
    return address[10] == -1 && address[11] == -1;
  }

  /** Interface identifier {@code 0:5efe:a.b.c.d} or {@code 200:5efe:a.b.c.d}, RFC 5214. */
  private static boolean isIsatap(byte[] address) {
    return (address[8] & ~0x02) == 0
        && address[9] == 0
        && address[10] == 0x5e
        && (address[11] & 0xff) == 0xfe;
  }

  private static byte[] ipv4(byte[] address, int at) {
    return Arrays.copyOfRange(address, at, at + 4);
  }

  /** Teredo writes the client's address with every bit turned over. */
  private static byte[] inverted(byte[] ipv4) {
    byte[] turned = new byte[4];
    for (int i = 0; i < 4; i++) turned[i] = (byte) ~ipv4[i];
    return turned;
  }

  private static List<AddressRange> ranges(String... cidrs) {
    return Stream.of(cidrs).map(AddressRange::of).toList();
  }
}
