package dev.facecore.http.connection;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Answers a request whose body was not read to its end. Closing such a connection at once would
 * make the client's system throw the answer away unread; so the answer goes out first, and what
 * still arrives is dropped for a little while.
 */
public final class Refusal {
  private static final Duration LINGER = Duration.ofSeconds(2);

  private Refusal() {}

  /** Sends the whole answer and lingers; the response's status and headers must be set. */
  public static void send(HttpServletRequest request, HttpServletResponse response, byte[] body)
      throws IOException {
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
    // A client that waits for "100 Continue" has not sent its body, and now will not.
    if (request.getHeader("Expect") == null) drop(request.getInputStream());
  }

  private static void drop(ServletInputStream rest) {
    byte[] waste = new byte[64 * 1024];
    try {
      Reading.within(
          Deadline.after(LINGER),
          () -> {
            while (rest.read(waste) >= 0) {}
            return null;
          });
    } catch (IOException | DeadlineException e) {
      // The client has gone, or sends on and on: the server closes the connection.
    }
  }
}
