package dev.facecore.http.connection;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.util.thread.Scheduler;

/** Reads bodies within a deadline and at a least rate, on the calling thread. Thread-safe. */
public final class Reading {
  private final LeastRate least;

  public Reading(LeastRate least) {
    this.least = least;
  }

  /** Work that reads. */
  public interface Work<T> {
    T read(InputStream body) throws IOException;
  }

  /**
   * Runs the work, interrupted when the deadline comes or the body arrives too slowly.
   *
   * @throws DeadlineException if the deadline passes, or the body arrives too slowly
   * @throws IOException if the client goes away
   */
  public <T> T within(Deadline deadline, HttpServletRequest request, Work<T> work)
      throws IOException {
    try (Interruption end = Interruption.by(deadline)) {
      Upload upload = new Upload(request.getInputStream(), scheduler(request), least, end);
      return read(upload, work, deadline);
    }
  }

  private <T> T read(Upload upload, Work<T> work, Deadline deadline) throws IOException {
    try {
      upload.watch();
      return work.read(upload);
    } catch (IOException e) {
      if (deadline.isOver()) throw deadline.exception();
      if (upload.isTooSlow() || e.getCause() instanceof TimeoutException) throw tooSlow();
      throw e;
    } finally {
      upload.end();
    }
  }

  private static Scheduler scheduler(HttpServletRequest request) {
    return ServletContextRequest.getServletContextRequest(request).getComponents().getScheduler();
  }

  private DeadlineException tooSlow() {
    return new DeadlineException(
        "The body arrived at less than " + least.bytesPerSecond() + " bytes a second.");
  }
}
