package dev.facecore.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressRulesTest {
  /** First and last address of every range that is not public, written out. */
  private static final String[][] NOT_PUBLIC = {
    {"0.0.0.0", "0.255.255.255"},
    {"10.0.0.0", "10.255.255.255"},
    {"100.64.0.0", "100.127.255.255"},
    {"127.0.0.0", "127.255.255.255"},
    {"168.63.129.16", "168.63.129.16"},
    {"169.254.0.0", "169.254.255.255"},
    {"172.16.0.0", "172.31.255.255"},
    {"192.0.0.0", "192.0.0.255"},
    {"192.0.2.0", "192.0.2.255"},
    {"192.88.99.0", "192.88.99.255"},
    {"192.168.0.0", "192.168.255.255"},
    {"198.18.0.0", "198.19.255.255"},
    {"198.51.100.0", "198.51.100.255"},
    {"203.0.113.0", "203.0.113.255"},
    {"224.0.0.0", "255.255.255.255"}
  };

  private static final List<String> PUBLIC_V6 =
      List.of(
          "2000::1",
          "2606:4700::1111",
          "2a00:1450:4001::200e",
          "2001:200::1",
          "2001:db7:ffff::1",
          "2001:db9::1",
          "3ffe:ffff::1",
          "3fff:1000::1",
          "3fff:ffff:ffff::1",
          "64:ff9b::8.8.8.8",
          "2002:0808:0808::1",
          "2001:0:0808:0808:0:0:f7f7:f7f7", // Teredo, server and client 8.8.8.8
          "2606:4700::5efe:808:808");

  private static final List<String> NOT_PUBLIC_V6 =
      List.of(
          "::",
          "::1",
          "::127.0.0.1",
          "::8.8.8.8",
          "::ffff:0:127.0.0.1",
          "::ffff:0:8.8.8.8",
          "64:ff9b::127.0.0.1",
          "64:ff9b::10.1.2.3",
          "64:ff9b::169.254.169.254",
          "64:ff9b:1::8.8.8.8",
          "64:ff9b:1:a00:1::",
          "64:ff9b:0:1::8.8.8.8",
          "100::1",
          "100:0:0:1::1",
          "1fff:ffff::1",
          "2001::1",
          "2001:0:0808:0808:0:0:80ff:fffe", // Teredo, client 127.0.0.1
          "2001:0:0a00:1:0:0:f7f7:f7f7", // Teredo, server 10.0.0.1
          "2001:2::1",
          "2001:10::1",
          "2001:20::1",
          "2001:1ff:ffff::1",
          "2001:db8::1",
          "2001:db8:ffff:ffff::1",
          "2002:7f00:1::1",
          "2002:a00:1::1",
          "2002:c0a8:101::1",
          "2606:4700::5efe:7f00:1", // ISATAP
          "2606:4700::200:5efe:c0a8:101",
          "3fff::1",
          "3fff:fff:ffff::1",
          "4000::1",
          "5f00::1",
          "fc00::1",
          "fd00:ec2::254",
          "fe80::1",
          "febf::1",
          "fec0::1",
          "feff::1",
          "ff02::1",
          "ffff::1");

  @Test
  void ipv4_equals_the_obvious_comparison_of_numbers() {
    int refused = 0;
    for (String[] range : NOT_PUBLIC) {
      long first = number(range[0]);
      long last = number(range[1]);
      for (long address : new long[] {first - 1, first, (first + last) / 2, last, last + 1}) {
        if (address < 0 || address > 0xffffffffL) continue;
        assertEquals(obviouslyPublic(address), AddressRules.isPublic(bytes(address)), "" + address);
        if (!obviouslyPublic(address)) refused++;
      }
    }
    Random random = new Random(1);
    for (int i = 0; i < 5000; i++) {
      long address = random.nextInt() & 0xffffffffL;
      assertEquals(obviouslyPublic(address), AddressRules.isPublic(bytes(address)), "" + address);
    }
    assertTrue(refused >= 3 * NOT_PUBLIC.length, "refused " + refused);
  }

  @Test
  void ipv4_mapped_into_ipv6_is_judged_alike() {
    Random random = new Random(2);
    int refused = 0;
    for (int i = 0; i < 2000; i++) {
      byte[] inner = bytes(random.nextInt() & 0xffffffffL);
      byte[] mapped = new byte[16];
      mapped[10] = -1;
      mapped[11] = -1;
      System.arraycopy(inner, 0, mapped, 12, 4);
      assertEquals(AddressRules.isPublic(inner), AddressRules.isPublic(mapped));
      if (!AddressRules.isPublic(inner)) refused++;
    }
    assertTrue(refused > 100 && refused < 1900, "refused " + refused);
  }

  @Test
  void public_ipv6_passes() {
    assertEquals(13, PUBLIC_V6.size());
    for (String address : PUBLIC_V6) assertTrue(AddressRules.isPublic(v6(address)), address);
  }

  @Test
  void other_ipv6_is_refused_also_when_it_hides_ipv4() {
    assertEquals(41, NOT_PUBLIC_V6.size());
    for (String address : NOT_PUBLIC_V6) assertFalse(AddressRules.isPublic(v6(address)), address);
  }

  @Test
  void bytes_that_are_no_address_are_refused_by_their_number() {
    var thrown =
        assertThrows(IllegalArgumentException.class, () -> AddressRules.isPublic(new byte[5]));
    assertEquals("an IP address has 4 or 16 bytes, got 5", thrown.getMessage());
  }

  @Test
  void a_range_equals_the_obvious_comparison_of_bits() {
    Random random = new Random(3);
    int inside = 0;
    for (int i = 0; i < 4000; i++) {
      byte[] first = bytes(random.nextInt() & 0xffffffffL);
      int bits = random.nextInt(33);
      byte[] other = bytes(number(first) ^ (1L << random.nextInt(32)));
      String cidr = Fetchers.ip(text(first)).getHostAddress() + "/" + bits;
      boolean same = number(first) >> (32 - bits) == number(other) >> (32 - bits);
      assertEquals(same, AddressRange.of(cidr).contains(other), cidr + " " + text(other));
      if (same) inside++;
    }
    assertTrue(inside > 1000 && inside < 3000, "inside " + inside);
  }

  private static boolean obviouslyPublic(long address) {
    for (String[] range : NOT_PUBLIC) {
      if (address >= number(range[0]) && address <= number(range[1])) return false;
    }
    return true;
  }

  private static byte[] v6(String literal) {
    byte[] address = Fetchers.ip(literal).getAddress();
    assertEquals(16, address.length, literal);
    return address;
  }

  private static long number(String literal) {
    return number(Fetchers.ip(literal).getAddress());
  }

  private static long number(byte[] address) {
    return new BigInteger(1, address).longValueExact();
  }

  private static byte[] bytes(long address) {
    return new byte[] {
      (byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address
    };
  }

  private static String text(byte[] a) {
    return (a[0] & 0xff) + "." + (a[1] & 0xff) + "." + (a[2] & 0xff) + "." + (a[3] & 0xff);
  }
}
