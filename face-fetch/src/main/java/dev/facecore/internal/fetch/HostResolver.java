package dev.facecore.internal.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Turns a host name into its IP addresses; called from several threads at once. */
@FunctionalInterface
interface HostResolver {
  /** The resolver of this machine. */
  HostResolver SYSTEM = InetAddress::getAllByName;

  /**
   * All addresses of a name, at least one.
   *
   * @throws UnknownHostException if there is none
   */
  InetAddress[] resolve(String name) throws UnknownHostException;
}
