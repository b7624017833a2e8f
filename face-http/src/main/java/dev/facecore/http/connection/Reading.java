package dev.facecore.http.connection;

import dev.facecore.Deadline;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Reads from a client within a deadline, on the calling thread. */
public final class Reading {
  private Reading() {}

  /** Work that reads. */
  public interface Work<T> {
    T read() throws IOException;
  }

  /**
   * Runs the work, interrupted when the deadline comes.
   *
   * @throws dev.facecore.DeadlineException if the deadline passes, or the client sends nothing for
   *     too long
   * @throws IOException if the client goes away
   */
  public static <T> T within(Deadline deadline, Work<T> work) throws IOException {
    Thread reader = Thread.currentThread();
    try (Deadline.Watch watch = deadline.watch(reader::interrupt)) {
      return work.read();
    } catch (IOException e) {
      if (deadline.isOver()) throw deadline.exception();
      if (e.getCause() instanceof TimeoutException) {
        deadline.cancel();
        throw deadline.exception();
      }
      throw e;
    } finally {
      // The deadline may have come after the last byte: the interrupt was meant for the reading
      // alone.
      Thread.interrupted();
    }
  }
}
