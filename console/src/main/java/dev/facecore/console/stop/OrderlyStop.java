package dev.facecore.console.stop;

import dev.facecore.Deadline;
import dev.facecore.FaceExtractor;
import dev.facecore.FaceExtractorBuilder;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Lets the program be ended from outside, as by Ctrl-C, at any time. ONNX Runtime is taken down
 * when the process ends, and a network that still runs then crashes it: work with the deadline of
 * this class is stopped first, and its models are closed. Thread-safe.
 */
public final class OrderlyStop {
  private static final int STATUS_OF_SIGNALS = 128;
  private static final long PATIENCE = TimeUnit.SECONDS.toMillis(10);
  private static final Deadline WORK = Deadline.unlimited();
  private static final Set<FaceExtractor> OPEN = Collections.newSetFromMap(new WeakHashMap<>());

  private OrderlyStop() {}

  /**
   * From now on the signals that end a program end it in order, with the status that shells expect:
   * 130 for Ctrl-C. A second one ends it at once.
   */
  public static void onSignals() {
    // Shutdown hooks come too late: that of ONNX Runtime is one of them, and they have no order.
    EndSignals.handle(OrderlyStop::handle);
  }

  /** For all work with the extractors that are opened here; ends when the program is stopped. */
  public static Deadline deadline() {
    return WORK;
  }

  /** Whether the program is being stopped, so that failures say nothing any more. */
  public static boolean isUnderWay() {
    return WORK.isOver();
  }

  /** Opens the models; the caller closes the extractor. */
  public static FaceExtractor open(FaceExtractorBuilder builder) {
    synchronized (OPEN) {
      WORK.check();
      FaceExtractor extractor = builder.build();
      OPEN.add(extractor);
      return extractor;
    }
  }

  /** Ends the program; where a signal ends it, that one decides on the status. */
  public static void exit(int status) {
    try {
      while (isUnderWay()) Thread.sleep(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.exit(status);
  }

  private static void handle(int signal) {
    int status = STATUS_OF_SIGNALS + signal;
    if (WORK.isOver()) Runtime.getRuntime().halt(status);
    WORK.cancel();
    StopNotice.print();
    Thread closing = new Thread(OrderlyStop::closeAll, "face-close");
    closing.setDaemon(true);
    closing.start();
    try {
      closing.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.exit(status);
  }

  // Waits for models that are being opened, and for work that has noticed its deadline.
  private static void closeAll() {
    synchronized (OPEN) {
      List.copyOf(OPEN).forEach(FaceExtractor::close);
    }
  }
}
