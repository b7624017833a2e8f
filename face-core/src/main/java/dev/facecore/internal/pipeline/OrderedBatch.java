package dev.facecore.internal.pipeline;

import dev.facecore.Deadline;
import dev.facecore.ImageAnalysis;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Hands results over in the order in which the work was given out, with a bounded number of pieces
 * under way, so that memory does not grow with the batch.
 */
final class OrderedBatch {
  private final int window;
  private final Deadline job;
  private final Deque<CompletableFuture<ImageAnalysis>> underWay = new ArrayDeque<>();

  /**
   * A batch.
   *
   * @param window how many pieces may be given out and not yet handed over
   * @param job is cancelled when the batch ends early, and must stop the work under way
   */
  OrderedBatch(int window, Deadline job) {
    this.window = window;
    this.job = job;
  }

  /**
   * Runs to the end; when it ends early by an exception, waits until nothing is under way any more.
   */
  void run(Iterator<CompletableFuture<ImageAnalysis>> work, Consumer<ImageAnalysis> next) {
    try {
      while (fill(work)) next.accept(await(underWay.remove()));
    } finally {
      if (!underWay.isEmpty()) abandon();
    }
  }

  private boolean fill(Iterator<CompletableFuture<ImageAnalysis>> work) {
    while (underWay.size() < window && work.hasNext()) underWay.add(work.next());
    return !underWay.isEmpty();
  }

  private ImageAnalysis await(CompletableFuture<ImageAnalysis> piece) {
    try {
      return piece.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      if (e.getCause() instanceof Error failure) throw failure;
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      underWay.addFirst(piece);
      Thread.currentThread().interrupt();
      throw job.exception();
    }
  }

  private void abandon() {
    job.cancel();
    CompletableFuture<?>[] rest = underWay.toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(rest).handle((nothing, failure) -> null).join();
  }
}
