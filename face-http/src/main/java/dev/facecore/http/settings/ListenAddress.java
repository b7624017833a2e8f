package dev.facecore.http.settings;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Where the service listens. */
public record ListenAddress(String host, int port) {
  /**
   * Tries both, so that the operator learns which of them is wrong.
   *
   * @throws SettingException naming the variable
   */
  public void requireFree() {
    if (!binds(0)) {
      throw new SettingException(
          "HOST", host, "Give a name or an address of this machine, or 0.0.0.0 for all of them.");
    }
    if (!binds(port)) throw taken();
  }

  private boolean binds(int tried) {
    InetSocketAddress address = new InetSocketAddress(host, tried);
    if (address.isUnresolved()) return false;
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The refusal of a port that another process holds or that this user may not use. */
  public SettingException taken() {
    return new SettingException(
        "PORT",
        String.valueOf(port),
        "The port cannot be opened at " + host + ". Give a free port, or 0 to pick one.");
  }

  /** The page for a browser on this machine; an address that stands for all is none to call. */
  public String page(int picked) {
    boolean all = host.equals("0.0.0.0") || host.equals("::") || host.equals("[::]");
    return (all ? "http://localhost:" + picked : url(picked)) + "/";
  }

  /** The address to call for a port that was picked. */
  public String url(int picked) {
    boolean bare = host.contains(":") && !host.startsWith("[");
    return "http://" + (bare ? "[" + host + "]" : host) + ":" + picked;
  }
}
