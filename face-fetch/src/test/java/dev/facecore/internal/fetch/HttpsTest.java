package dev.facecore.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.facecore.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.StandardConstants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Invented names lead to this machine; the certificate is for pictures.example. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpsTest {
  private static final String NOT_FOR_US =
      "The server's certificate is not trusted or not for this host; check the address.";

  @TempDir static Path folder;
  private static TestCertificates certificates;
  private static RawServer server;
  private static final List<String> NAMES_SENT = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    certificates = TestCertificates.make(folder, "pictures.example");
    server = server(certificates);
    server.on("/good", "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\npicture");
    server.on("/open", "HTTP/1.1 200 OK\r\n\r\npicture");
    server.on("/downgrade", "HTTP/1.1 302 X\r\nLocation: http://pictures.example/good\r\n\r\n");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void the_right_host_with_a_trusted_certificate_is_read() throws Exception {
    try (ImageFetcher fetcher = fetcher(certificates.client())) {
      for (String path : List.of("/good", "/open")) {
        byte[] body = fetcher.fetch(url("pictures.example", path), Deadline.unlimited());
        assertArrayEquals("picture".getBytes(), body);
      }
      byte[] body = fetcher.fetch(url("127.0.0.1", "/good"), Deadline.unlimited());
      assertArrayEquals("picture".getBytes(), body);
    }
  }

  @Test
  void the_server_is_told_the_name_and_the_host_field_has_it_too() throws Exception {
    NAMES_SENT.clear();
    try (ImageFetcher fetcher = fetcher(certificates.client())) {
      fetcher.fetch(url("PICTURES.example.", "/good"), Deadline.unlimited());
    }
    assertEquals(List.of("pictures.example"), NAMES_SENT);
    String head = server.requests().get(server.requests().size() - 1);
    assertEquals("Host: pictures.example:" + server.port(), head.split("\r\n")[1]);
  }

  @Test
  void a_certificate_for_another_host_is_refused() throws Exception {
    int before = server.requests().size();
    try (ImageFetcher fetcher = fetcher(certificates.client())) {
      assertEquals(NOT_FOR_US, Fetchers.failure(fetcher, url("other.example", "/good")));
      assertEquals(NOT_FOR_US, Fetchers.failure(fetcher, url("a.pictures.example", "/good")));
    }
    assertEquals(before, server.requests().size());
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_refused() throws Exception {
    int before = server.requests().size();
    try (ImageFetcher fetcher = fetcher(SSLContext.getDefault())) {
      assertEquals(NOT_FOR_US, Fetchers.failure(fetcher, url("pictures.example", "/good")));
    }
    assertEquals(before, server.requests().size());
  }

  @Test
  void a_redirect_from_https_to_http_is_refused() throws Exception {
    try (ImageFetcher fetcher = fetcher(certificates.client())) {
      assertEquals(
          "The address redirects from https to http, which is refused; give the final address.",
          Fetchers.failure(fetcher, url("pictures.example", "/downgrade")));
    }
  }

  @Test
  void a_server_without_tls_is_refused() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ImageFetcher fetcher = fetcher(certificates.client())) {
      thread.execute(() -> answerPlainly(plain));
      assertEquals(
          "No secure connection to the server can be made; check the address.",
          Fetchers.failure(fetcher, "https://pictures.example:" + plain.getLocalPort() + "/good"));
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void a_handshake_that_is_never_answered_ends_with_the_total_time() throws Exception {
    // The server reads on and on, waiting for a head in plain text.
    try (RawServer plain = new RawServer();
        ImageFetcher fetcher = fetcher(certificates.client(), 400)) {
      assertEquals(
          "The image did not arrive within 0.4 s; try again, or send the image itself.",
          Fetchers.failure(fetcher, "https://pictures.example:" + plain.port() + "/good"));
      assertEquals(1, plain.connections());
    }
  }

  private static void answerPlainly(ServerSocket plain) {
    try (Socket socket = plain.accept()) {
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      // The client has seen enough.
    }
  }

  private static RawServer server(TestCertificates certificates) throws Exception {
    SSLServerSocket listening =
        (SSLServerSocket)
            certificates
                .server()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    SSLParameters parameters = listening.getSSLParameters();
    parameters.setSNIMatchers(List.of(new Recorder()));
    listening.setSSLParameters(parameters);
    return new RawServer(listening);
  }

  private static ImageFetcher fetcher(SSLContext tls) {
    return fetcher(tls, 10_000);
  }

  private static ImageFetcher fetcher(SSLContext tls, long totalMillis) {
    InetAddress[] here = {Fetchers.ip("127.0.0.1")};
    return new ImageFetcher(
        Fetchers.policy(true, totalMillis),
        name -> here,
        Connector.TCP,
        tls::getSocketFactory,
        List::of);
  }

  private static String url(String host, String path) {
    return "https://" + host + ":" + server.port() + path;
  }

  /** Accepts every server name and writes it down. */
  private static final class Recorder extends SNIMatcher {
    Recorder() {
      super(StandardConstants.SNI_HOST_NAME);
    }

    @Override
    public boolean matches(SNIServerName name) {
      NAMES_SENT.add(new SNIHostName(name.getEncoded()).getAsciiName());
      return true;
    }
  }
}
