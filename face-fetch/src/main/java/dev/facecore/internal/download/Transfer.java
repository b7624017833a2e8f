package dev.facecore.internal.download;

import dev.facecore.fetch.DownloadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;

/** One connection: brings what is missing of a file, or as much of it as the connection lasts. */
final class Transfer {
  /** For archives, and files whose size is not known. */
  static final long LARGEST = 2L << 30;

  private static final int CHUNK = 1 << 16;

  private final HttpClient client;
  private final Patience patience;
  private final DownloadOptions.Progress progress;

  Transfer(Patience patience, DownloadOptions.Progress progress) {
    this.patience = patience;
    this.progress = progress;
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience.connect())
            .build();
  }

  /**
   * Goes on with a file, or starts it where the server has another version or cannot go on.
   *
   * @param expected how many bytes it has, if that is known
   * @throws BrokenOffException if it ends too early, and to go on may help
   * @throws IOException if the answer is another one, or the disk cannot be written
   */
  void run(URI address, PartialFile part, OptionalLong expected)
      throws IOException, InterruptedException {
    Optional<String> version = part.version(address);
    long have = version.isPresent() ? part.size() : 0;
    HttpResponse<InputStream> response = send(request(address, have, version));
    try (InputStream body = response.body()) {
      Answer answer = new Answer(response);
      if (have > 0 && answer.endsAt(have)) return;
      if (answer.status() == 416) {
        part.delete();
        throw new BrokenOffException(address.getHost() + " has another version by now");
      }
      if (answer.status() == 200) {
        part.restart(address, answer.version());
      } else if (!answer.continuesAt(have)) {
        throw answer.asFailure(address.getHost());
      }
      OptionalLong total = answer.total();
      long limit = expected.orElse(LARGEST);
      if (total.orElse(0) > limit) throw tooLong(address, limit);
      copy(body, part, limit, total, address);
      if (part.size() < Math.max(total.orElse(0), expected.orElse(0))) {
        throw new BrokenOffException("the answer of " + address.getHost() + " ends early");
      }
    }
  }

  private HttpRequest request(URI address, long have, Optional<String> version) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(patience.answer())
            .header("Accept-Encoding", "identity")
            .header("User-Agent", "face-core");
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-").header("If-Range", version.orElseThrow());
    }
    return request.build();
  }

  private HttpResponse<InputStream> send(HttpRequest request)
      throws BrokenOffException, InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new BrokenOffException(
          request.uri().getHost() + " cannot be reached or does not answer", e);
    }
  }

  private void copy(InputStream body, PartialFile part, long limit, OptionalLong total, URI address)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    long size = part.size();
    try (OutputStream disk = part.append();
        StallGuard guard = new StallGuard(body, patience.stall())) {
      progress.received(size, total);
      for (int read = read(body, chunk, guard); read >= 0; read = read(body, chunk, guard)) {
        size += read;
        if (size > limit) throw tooLong(address, limit);
        disk.write(chunk, 0, read);
        progress.received(size, total);
      }
    }
  }

  private static int read(InputStream body, byte[] chunk, StallGuard guard)
      throws BrokenOffException {
    try {
      int read = body.read(chunk);
      guard.sign();
      if (guard.hasStalled()) throw new BrokenOffException("nothing arrived for a while");
      return read;
    } catch (BrokenOffException e) {
      throw e;
    } catch (IOException e) {
      throw new BrokenOffException(
          guard.hasStalled() ? "nothing arrived for a while" : "the connection broke off", e);
    }
  }

  private static IOException tooLong(URI address, long limit) {
    return new IOException(
        address.getHost() + " sends more than the " + limit + " bytes that the file may have");
  }
}
