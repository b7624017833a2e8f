package dev.facecore.internal.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Optional;

/**
 * The same network opened a second time, for runs that may use several cores: an image that is the
 * only one to work on takes little more than half of the time with two. ONNX Runtime divides the
 * work by outputs, so that each number is computed as by one thread, to the last bit.
 *
 * <p>It is opened when enough runs could have used it, because a program that reads one image and
 * ends would only pay for it. Thread-safe; whoever closes it makes sure that nothing runs.
 */
final class WideSession implements AutoCloseable {
  /** More cores shorten a run by less than they take from others. */
  private static final int MOST_CORES = 4;

  /** Opening a network takes as long as some ten runs save. */
  private static final int RUNS_BEFORE = 16;

  private final Opener opener;
  private int runs;
  private Optional<OrtSession> session = Optional.empty();

  /** Opens the network for so many threads. */
  interface Opener {
    OrtSession open(int threads) throws OrtException;
  }

  WideSession(Opener opener) {
    this.opener = opener;
  }

  /** The session for a run that may use so many cores; empty for the ordinary one. */
  synchronized Optional<OrtSession> forRunOn(int cores) {
    if (cores < 2) return Optional.empty();
    if (runs < RUNS_BEFORE && ++runs == RUNS_BEFORE) session = opened(Math.min(cores, MOST_CORES));
    return session;
  }

  // Runs go on without it where the system has no more threads or memory.
  private Optional<OrtSession> opened(int threads) {
    try {
      return Optional.of(opener.open(threads));
    } catch (OrtException e) {
      return Optional.empty();
    }
  }

  @Override
  public synchronized void close() throws OrtException {
    if (session.isPresent()) session.get().close();
    session = Optional.empty();
    runs = RUNS_BEFORE;
  }
}
