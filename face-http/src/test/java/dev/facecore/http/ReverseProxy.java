package dev.facecore.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real nginx that maps a path prefix to a service. */
final class ReverseProxy implements AutoCloseable {
  private static final Path NGINX = Path.of("/usr/sbin/nginx");
  private static final String SKIPPED =
      "[skipped] tests behind a prefix: no nginx installed (Debian package nginx-light)";

  private final Process process;
  private final URI prefix;

  private ReverseProxy(Process process, URI prefix) {
    this.process = process;
    this.prefix = prefix;
  }

  /** Skips the tests of a class where no nginx is installed. */
  static ReverseProxy start(Path scratch, RunningService service, String prefix)
      throws IOException {
    boolean isInstalled = Files.isExecutable(NGINX);
    if (!isInstalled) System.out.println(SKIPPED);
    Assumptions.assumeTrue(isInstalled, SKIPPED);
    int port = freePort();
    Path folder = Files.createDirectories(scratch.resolve("nginx"));
    String configuration =
        """
        daemon off;
        user root;
        pid %1$s/pid;
        error_log %1$s/error.log;
        events {}
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          server {
            listen 127.0.0.1:%2$d;
            client_max_body_size 0;
            location %3$s { proxy_pass %4$s; }
          }
        }
        """
            .formatted(folder, port, prefix, service.at("/"));
    Path file = Files.writeString(folder.resolve("nginx.conf"), configuration);
    Process process =
        new ProcessBuilder(
                List.of(NGINX.toString(), "-c", file.toString(), "-p", folder.toString()))
            .inheritIO()
            .start();
    return new ReverseProxy(process, URI.create("http://127.0.0.1:" + port + prefix));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** An address below the prefix. */
  URI at(String path) {
    return prefix.resolve(path);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor(10, TimeUnit.SECONDS);
  }
}
