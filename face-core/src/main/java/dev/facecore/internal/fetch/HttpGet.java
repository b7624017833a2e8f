package dev.facecore.internal.fetch;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.ImageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * One HTTP/1.1 GET of a picture, without cookies, credentials or a proxy. Thread-safe.
 *
 * <p>HTTP is spoken here, over sockets, because both clients of the JDK resolve the host's name
 * again when they connect. The second answer may differ from the one that was checked (DNS
 * rebinding), and neither client can be told an IP address to connect to and a host name to verify.
 */
final class HttpGet {
  private final HostLookup hosts;
  private final Connections connections;
  private final long maxBytes;

  HttpGet(HostLookup hosts, Connections connections, long maxBytes) {
    this.hosts = hosts;
    this.connections = connections;
    this.maxBytes = maxBytes;
  }

  /**
   * Asks once.
   *
   * @throws ImageException if there is no picture to be had
   * @throws DeadlineException if the limit ends first
   */
  Answer get(WebAddress address, Deadline limit) {
    var checked = hosts.addresses(address.host(), limit);
    try (Connection connection = connections.open(address, checked, limit)) {
      connection.out().write(request(address));
      connection.out().flush();
      return answer(connection.in());
    } catch (IOException e) {
      limit.check();
      throw new ImageException(sentence(e), e);
    }
  }

  private Answer answer(InputStream in) throws IOException {
    ResponseHead head = ResponseHead.read(in);
    Optional<String> elsewhere = head.redirect();
    if (elsewhere.isPresent()) return new Answer(null, utf8(elsewhere.get()));
    int status = head.status();
    // 204 and 205 have no body, and 206 has a part that nobody asked for.
    if (status < 200 || status > 299 || (status >= 204 && status <= 206)) {
      throw new ImageException(
          "the server answered with status " + status + " instead of a picture; check the address");
    }
    return new Answer(ResponseBody.read(head, in, maxBytes), null);
  }

  private static byte[] request(WebAddress address) {
    String lines =
        String.join(
            "\r\n",
            "GET " + address.target() + " HTTP/1.1",
            "Host: " + address.authority(),
            "User-Agent: face-core",
            "Accept: image/*",
            "Accept-Encoding: identity",
            "Connection: close",
            "",
            "");
    return lines.getBytes(StandardCharsets.US_ASCII);
  }

  /** Servers write foreign characters into a Location as UTF-8; the head was read as Latin-1. */
  private static String utf8(String latin1) {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String sentence(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return "the server's certificate is not trusted or not for this host; check the address";
      }
    }
    return failure instanceof SSLException
        ? "no secure connection to the server can be made; check the address"
        : "the connection to the server broke; try again, or send the picture itself";
  }

  /**
   * What a server said: one of the two is null.
   *
   * @param picture the bytes asked for
   * @param location where they are instead
   */
  record Answer(byte[] picture, String location) {}
}
