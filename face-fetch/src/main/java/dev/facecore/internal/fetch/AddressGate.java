package dev.facecore.internal.fetch;

import java.net.InetAddress;

/** Decides which IP addresses may be connected to. Thread-safe. */
final class AddressGate {
  private final boolean everything;
  private final OwnAddresses own;

  /**
   * @param everything lets every address through
   */
  AddressGate(boolean everything, OwnAddresses own) {
    this.everything = everything;
    this.own = own;
  }

  /** Whether the address is public and not one of this machine's. */
  boolean admits(InetAddress address) {
    byte[] bytes = address.getAddress();
    return everything || (AddressRules.isPublic(bytes) && !own.contains(bytes));
  }

  /**
   * Whether an open connection has left this machine. A system may answer to more addresses than
   * its interfaces have; it then gives the connection's own end the address of the other.
   */
  boolean admits(InetAddress ownEnd, InetAddress otherEnd) {
    return everything || !ownEnd.equals(otherEnd);
  }
}
