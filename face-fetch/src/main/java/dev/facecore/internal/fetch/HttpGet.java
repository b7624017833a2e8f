package dev.facecore.internal.fetch;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.ImageException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
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
  private final Connections connections;
  private final long maxBytes;
  private final Duration rate;

  /**
   * @param rate how often it is looked at whether a body comes fast enough
   */
  HttpGet(Connections connections, long maxBytes, Duration rate) {
    this.connections = connections;
    this.maxBytes = maxBytes;
    this.rate = rate;
  }

  /**
   * Asks once.
   *
   * @param checked the IP addresses of the host, which may be connected to
   * @throws ImageException if there is no picture to be had
   * @throws DeadlineException if the limit ends first
   */
  Answer get(WebAddress address, List<InetAddress> checked, Deadline limit) {
    try (Connection connection = connections.open(address, checked, limit)) {
      connection.out().write(request(address));
      connection.out().flush();
      return answer(connection);
    } catch (IOException e) {
      limit.check();
      if (e instanceof SocketTimeoutException) throw LeastRate.tooSlow();
      throw new ImageException(sentence(e), e);
    }
  }

  private Answer answer(Connection connection) throws IOException {
    ResponseHead head = ResponseHead.read(connection.in());
    Optional<String> elsewhere = head.redirect();
    if (elsewhere.isPresent()) return new Answer(null, elsewhere.get());
    int status = head.status();
    if (!head.hasPicture()) {
      throw new ImageException(
          "The server answered with status " + status + " instead of an image; check the address.");
    }
    connection.endSilenceAfter(rate);
    // Buffered once more, because the framing of chunks is read byte by byte.
    InputStream body = new BufferedInputStream(new LeastRate(connection.in(), rate));
    return new Answer(ResponseBody.read(head, body, maxBytes), null);
  }

  private static byte[] request(WebAddress address) {
    String lines =
        String.join(
            "\r\n",
            "GET " + address.target() + " HTTP/1.1",
            "Host: " + address.authority(),
            "User-Agent: face-core",
            // Without */* some servers answer 406: those that call every file an octet-stream.
            "Accept: image/*,*/*;q=0.8",
            "Accept-Encoding: identity",
            "Connection: close",
            "",
            "");
    return lines.getBytes(StandardCharsets.US_ASCII);
  }

  private static String sentence(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return "The server's certificate is not trusted or not for this host; check the address.";
      }
    }
    return failure instanceof SSLException
        ? "No secure connection to the server can be made; check the address."
        : "The connection to the server broke; try again, or send the image itself.";
  }

  /**
   * What a server said: one of the two is null.
   *
   * @param picture the bytes asked for
   * @param location where they are instead
   */
  record Answer(byte[] picture, String location) {}
}
